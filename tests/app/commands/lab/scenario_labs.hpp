// tests/app/commands/lab/scenario_labs.hpp - the labs that scenarios of the library leave.
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/places.hpp"

namespace ringside::test_support {

/// The lab of a scenario after its last step, and its first z/OS system.
struct PlayedLab {
  std::unique_ptr<lab::Lab> lab;
  database::SystemRecord system;
};

inline PlayedLab played(const std::filesystem::path& file) {
  PlayedLab made;
  const auto scenario = harness::load_scenario(file);
  if (!scenario) return made;
  harness::play(*scenario, {}, {}, [&](lab::Lab& lab, const harness::StepReport&) { made.lab = lab.copy_in_memory(); });
  for (const database::SystemRecord& system : made.lab->systems().all())
    if (system.kind == "zos" && made.system.name.empty()) made.system = system;
  return made;
}

/// The scenarios of the library that have a z/OS system.
inline std::vector<std::filesystem::path> scenarios_with_zos() {
  const auto found = harness::find_scenarios({(source_folder() / "scenarios").string()});
  std::vector<std::filesystem::path> files;
  for (const auto& file : found.value()) {
    const auto scenario = harness::load_scenario(file);
    const auto& systems = scenario.value().systems;
    if (std::any_of(systems.begin(), systems.end(), [](const auto& system) { return system.kind == "zos"; }))
      files.push_back(file);
  }
  return files;
}

}  // namespace ringside::test_support
