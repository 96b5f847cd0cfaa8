// base/wrap.hpp - long lines of a report folded for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// `text` in lines of at most `width` characters, broken at blanks; the second and later lines begin with `hang`
/// blanks. A word that is longer than a line stays whole. Blanks inside a line stay as they are.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t hang);

}  // namespace ringside::base
