// harness/steps/bounded_search.hpp - searches a line with a regular expression, in a limited number of steps.
#pragma once

#include <cstddef>
#include <regex>
#include <string_view>

namespace ringside::harness {

/// The expression took more steps than it was allowed: std::regex goes back to every choice, which may be without end.
struct SearchTooLong {};

/// Returns whether the expression is found in the line. Takes its steps off `left`; throws SearchTooLong at 0.
bool is_found_in(const std::regex& expression, std::string_view line, std::regex_constants::match_flag_type flags,
                 std::size_t& left);

}  // namespace ringside::harness
