// harness/play/differences.hpp - remarks of a step that say what a real system does otherwise.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"

namespace ringside::harness {

/// The remarks of the step's commands, jobs and trust check that speak of "a real system" or "a real Java", in order
/// and each once: Ringside accepts what these refuse, or does not emulate what they do.
std::vector<std::string> differences_of(const StepReport& step);

/// "2 remarks say what a real system does otherwise"; empty if there are none.
std::string differences_line(const ScenarioReport& report);

}  // namespace ringside::harness
