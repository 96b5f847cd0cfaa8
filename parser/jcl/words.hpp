// parser/jcl/words.hpp - the fixed words of JCL and JES2.
#pragma once

#include <string_view>

namespace ringside::parser {

/// Returns whether a record that begins with "/*" is a statement or command of JES2, such as "/*JOBPARM S=SYS1" or
/// "/*$D A", and not a delimiter.
bool is_jes2_statement(std::string_view record);

/// Returns whether the operation is SET, IF or another one that controls the job or its conversion.
bool is_control_operation(std::string_view operation);

/// Returns whether the JCL Reference has this operation.
bool is_jcl_operation(std::string_view operation);

/// Returns whether a DD of this name may come before the first EXEC.
bool is_job_dd(std::string_view name);

}  // namespace ringside::parser
