// harness/play/scenario_runs.hpp - scenario files played side by side, and what came of them in the order of the files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/play/played.hpp"
#include "harness/scenario/selection.hpp"

namespace ringside::app {

struct TestOptions {
  std::vector<std::string> filters;
  std::string seed;            ///< instead of the scenarios' own, unless empty
  std::size_t jobs = 1;        ///< at once
  long timeout_seconds = 300;  ///< for scenarios that name none
  bool show = false;
  bool update = false;
  bool chapters = false;  ///< for an HTML report
  lab::Rules rules;
};

/// Somebody who looks on while scenarios play.
struct TestWatch {
  /// A scenario is done: called in the order of the files. `shown` is what it did, if that is asked for.
  std::function<void(const Played&, const std::string& file, const std::string& shown)> done;
  /// So many of so many have ended, in whatever order.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// Plays those of the files that the filters select, each in a process of its own. Files that cannot be read count as
/// selected. The number of scenarios that were selected.
std::size_t run_tests(const std::vector<std::filesystem::path>& files, const TestOptions& options,
                      const TestWatch& watch);

}  // namespace ringside::app
