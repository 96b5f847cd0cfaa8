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

/// Is told of each step when it has ended.
using Watch = std::function<void(const StepReport&)>;

/// Looks at the lab after each step, and leaves it as it is.
using Look = std::function<void(lab::Lab&, const StepReport&)>;

/// Plays a scenario in a lab in memory, with the scenario's clock and seed: the same report each time. A failed step
/// does not end it. Throws base::Fault for faults of ours.
ScenarioReport play(const Scenario& scenario, const Watch& watch = {}, lab::Rules rules = {}, const Look& look = {});

/// Every scenario that the paths mean: a file itself, of a folder every .yaml and .yml in and below it, by name. The
/// error is a sentence: a path that does not exist, or a folder without scenarios.
tl::expected<std::vector<std::filesystem::path>, std::string> find_scenarios(const std::vector<std::string>& paths);

}  // namespace ringside::harness
