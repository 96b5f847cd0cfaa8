// harness/play/scenario_runs.hpp - plays scenario files in parallel and reports them in the order of the files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/play/played.hpp"
#include "harness/scenario/selection.hpp"

namespace ringside::harness {

struct PlayOptions {
  std::vector<std::string> filters;  ///< as Selection takes them
  std::string seed;                  ///< instead of the scenarios' own, unless empty
  std::size_t jobs = 1;              ///< scenarios that play at the same time
  long timeout_seconds = 300;        ///< for scenarios that name none
  bool show = false;                 ///< whether `done` gets the text of every step
  bool update = false;               ///< whether a golden file that differs is a change to make and not a failure
  bool fail_on_remarks = false;      ///< whether a remark on what a real system does otherwise is a failure
  bool chapters = false;             ///< whether `done` gets the chapter of an HTML report
  lab::Rules rules;
};

/// Called while scenarios play.
struct PlayWatch {
  /// Called for each scenario that has ended, in the order of the files. `shown` is the text of its steps; empty
  /// without `show`.
  std::function<void(const Played&, const std::string& shown)> done;
  /// Called with the number of scenarios that have ended, in any order, and the number of all.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// Plays those of the files that the filters select, each in a process of its own. Files that cannot be read count as
/// selected. Returns the number of selected scenarios.
std::size_t play_files(const std::vector<std::filesystem::path>& files, const PlayOptions& options,
                       const PlayWatch& watch);

}  // namespace ringside::harness
