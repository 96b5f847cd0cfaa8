// base/suggestion.cpp - "did you mean".
#include "base/suggestion.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = base::nearest(word, candidates);
  return near ? fmt::format("; did you mean '{}'?", *near) : std::string{};
}

}  // namespace ringside::harness
