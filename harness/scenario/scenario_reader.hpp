// harness/scenario/scenario_reader.hpp - a scenario file in, a scenario out, or every mistake in it with its place.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

using Mistakes = std::vector<parser::Diagnostic>;

/// Reads `text`. Jobs that it names are looked for below `folder`; `file` is the name for reports.
tl::expected<Scenario, Mistakes> read_scenario(std::string_view text, const std::string& file,
                                               const std::filesystem::path& folder);

/// Reads the file at `path`. `file`, the name for reports, is `path` as given.
tl::expected<Scenario, Mistakes> load_scenario(const std::filesystem::path& path);

}  // namespace ringside::harness
