// base/national.hpp - the characters of z/OS names: capital letters, digits and the national characters @, # and $.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ringside::base {

/// Returns whether a name may begin with `c`: A-Z, @, # or $ (JCL Reference, "Character sets").
constexpr bool is_name_start(char c) {
  return (c >= 'A' && c <= 'Z') || c == '@' || c == '#' || c == '$';
}

/// Returns whether a name may hold `c`: what is_name_start() takes, or a digit.
constexpr bool is_name_character(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9');
}

/// Returns whether `name` has 1 to `most` characters, all of them is_name_character(). A digit may be the first.
constexpr bool is_identifier(std::string_view name, std::size_t most = 8) {
  return !name.empty() && name.size() <= most && std::all_of(name.begin(), name.end(), is_name_character);
}

/// Returns whether `name` is an identifier that begins with is_name_start().
constexpr bool is_simple_name(std::string_view name, std::size_t most = 8) {
  return is_identifier(name, most) && is_name_start(name.front());
}

}  // namespace ringside::base
