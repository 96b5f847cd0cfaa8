// app/commands/rehearsal.hpp - the options --diff and --dry-run of the subcommands that issue commands.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"
#include "base/json.hpp"

namespace ringside::app {

struct RehearsalArguments {
  bool diff = false;
  bool dry_run = false;
};

/// --diff and --dry-run.
std::vector<Option> rehearsal_options(RehearsalArguments& arguments);

/// What a run changes in the lab. Made before the run. With --dry-run the lab of the program is a copy in memory while
/// the object exists, so that the lab stays as it is.
class Rehearsal {
 public:
  Rehearsal(Program& program, RehearsalArguments arguments);

  /// Prints what the run changed, if it is asked for. With --json the changes are added to `results`, and their number
  /// to `counts`.
  void tell(base::Json& results, base::Json& counts);

 private:
  void print_changes();

  Program& program_;
  RehearsalArguments arguments_;
  std::optional<Program::LabCopy> copy_;
  std::unique_ptr<lab::Lab> before_;  ///< null if the changes are not asked for
};

}  // namespace ringside::app
