// harness/play/result.cpp - the results of playing a scenario.
#include "harness/play/result.hpp"

#include <array>

namespace ringside::harness {

std::string_view to_string(Outcome outcome) {
  static constexpr std::array<std::string_view, 6> names = {"passed",  "failed", "mistaken",
                                                            "skipped", "hung",   "broken"};
  return names[static_cast<std::size_t>(outcome)];
}

std::size_t ScenarioReport::failures() const {
  std::size_t count = 0;
  for (const StepReport& step : steps) count += step.failures.size();
  return count;
}

Outcome ScenarioReport::outcome() const {
  if (!mistakes.empty()) return Outcome::mistaken;
  if (!skip.empty()) return Outcome::skipped;
  if (interruption) return interruption->outcome;
  return failures() == 0 ? Outcome::passed : Outcome::failed;
}

ScenarioReport report_of(const Scenario& scenario) {
  return {scenario.file,       scenario.name, scenario.about, {},          {}, scenario.tags,
          scenario.importance, scenario.date, scenario.skip,  std::nullopt};
}

}  // namespace ringside::harness
