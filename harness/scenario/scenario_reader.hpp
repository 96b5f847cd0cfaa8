// harness/scenario/scenario_reader.hpp - reads a scenario file; reports every mistake with its place.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

using Mistakes = std::vector<parser::Diagnostic>;

/// Reads `text`. Files that it names must be below `folder`; `file` is the scenario's name in reports.
tl::expected<Scenario, Mistakes> read_scenario(std::string_view text, const std::string& file,
                                               const std::filesystem::path& folder);

/// Reads the file at `path`, which is also the scenario's name in reports.
tl::expected<Scenario, Mistakes> load_scenario(const std::filesystem::path& path);

}  // namespace ringside::harness
