// parser/jcl/words.hpp - the fixed words of JCL and JES2 that decide what a record is.
#pragma once

#include <string_view>

namespace ringside::parser {

/// "/*JOBPARM S=SYS1", "/*$D A": JES2 reads them wherever a delimiter may stand. The record begins with "/*".
bool is_jes2_statement(std::string_view record);

/// SET, IF ...: they steer the job or its conversion.
bool is_control_operation(std::string_view operation);

/// Any operation of the JCL Reference.
bool is_jcl_operation(std::string_view operation);

/// A DD that may stand before the first EXEC.
bool is_job_dd(std::string_view name);

}  // namespace ringside::parser
