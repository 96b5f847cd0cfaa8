// parser/jcl/words.hpp - the fixed words of JCL and JES2 that decide what a record is.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace ringside::parser {

/// Returns whether `word` is one of `words`.
template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "/*JOBPARM S=SYS1", "/*$D A": JES2 reads them wherever a delimiter may stand. The record begins with "/*".
bool is_jes2_statement(std::string_view record);

/// SET, IF ...: they steer the job or its conversion.
bool is_control_operation(std::string_view operation);

/// Any operation of the JCL Reference.
bool is_jcl_operation(std::string_view operation);

/// A DD that may stand before the first EXEC.
bool is_job_dd(std::string_view name);

}  // namespace ringside::parser
