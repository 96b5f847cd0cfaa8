// base/wrap.hpp - folds long lines of a report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// Folds `text` at blanks into lines of at most `width` bytes. The second and later lines begin with `hang` blanks. A
/// word that is longer than a line is not broken. Blanks inside a line stay as they are.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t hang);

}  // namespace ringside::base
