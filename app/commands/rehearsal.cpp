// app/commands/rehearsal.cpp - the options --diff and --dry-run of the subcommands that issue commands.
#include "app/commands/rehearsal.hpp"

#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/output/lab_diff.hpp"

namespace ringside::app {

std::vector<Option> rehearsal_options(RehearsalArguments& arguments) {
  return {{"--diff", &arguments.diff, "also print what changed in the lab, as 'lab diff' does"},
          {"--dry-run", &arguments.dry_run,
           "run everything on a copy of the lab, and print what would change; no lab and no other file is written"}};
}

Rehearsal::Rehearsal(Program& program, RehearsalArguments arguments) : program_(program), arguments_(arguments) {
  if (arguments_.dry_run) copy_.emplace(program, true);
  if (arguments_.diff || arguments_.dry_run) before_ = program.lab().copy_in_memory();
}

void Rehearsal::tell(base::Json& results, base::Json& counts) {
  if (before_ && program_.options.json) {
    auto changes = base::Json::array();
    const DifferenceCounts found = compare_labs(*before_, program_.lab(), [&](const Difference& difference) {
      changes.push_back(difference_json(difference));
    });
    results.push_back({{"changes", std::move(changes)}});
    counts.update({{"changes", found.all()}, {"dry_run", arguments_.dry_run}});
  } else if (before_) {
    print_changes();
  }
  if (arguments_.dry_run) program_.error() << "dry run: nothing is kept, and no file was written\n";
}

void Rehearsal::print_changes() {
  program_.out() << "---- changes in the lab ----\n";
  const DifferenceCounts counts = compare_labs(*before_, program_.lab(), [&](const Difference& difference) {
    program_.out() << difference_text(difference) << '\n';
  });
  if (counts.all() == 0)
    program_.out() << "nothing changed\n";
  else
    fmt::print(program_.out(), "{} in all: {}\n", counts.all(), counts_text(counts));
  program_.flush();
}

}  // namespace ringside::app
