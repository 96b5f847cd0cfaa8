// harness/play/runner.hpp - plays scenarios, each in a lab of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/lab/lab.hpp"
#include "harness/play/result.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Called after each step.
using Watch = std::function<void(const StepReport&)>;

/// Called after each step with the lab, which it must not change.
using Look = std::function<void(lab::Lab&, const StepReport&)>;

/// Plays a scenario in its own lab with the scenario's clock and seed, so every run gives the same report. Continues
/// after a failed step. With `fail_on_remarks`, or if the scenario asks for it, a remark that says what a real system
/// does otherwise is a failure. Throws base::Fault for defects of Ringside.
ScenarioReport play(const Scenario& scenario, const Watch& watch = {}, lab::Rules rules = {}, const Look& look = {},
                    bool fail_on_remarks = false);

/// Returns the scenario files of the paths: a file itself; for a folder every .yaml and .yml file in and below it,
/// sorted by name. The error is a sentence: a path does not exist, or a folder has no scenarios.
tl::expected<std::vector<std::filesystem::path>, std::string> find_scenarios(const std::vector<std::string>& paths);

}  // namespace ringside::harness
