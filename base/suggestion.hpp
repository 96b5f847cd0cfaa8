// base/suggestion.hpp - "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

/// "; did you mean 'expect'?" if a candidate is near enough to be meant, else nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace ringside::harness
