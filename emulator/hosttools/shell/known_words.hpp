// emulator/hosttools/shell/known_words.hpp - checks that the shell has every command of a script, before it runs.
#pragma once

#include <string>
#include <vector>

#include "emulator/hosttools/shell/command.hpp"
#include "parser/shell/line.hpp"

namespace ringside::shell {

/// A command that cannot be run: its error as the shell prints it, and the exit status.
struct UnknownCommand {
  int line = 0;
  std::string text;
  int status = status_not_found;
};

/// The commands of a script that the shell has not, in their order. A command word may hold variables if all of their
/// values follow from the environment and from the assignments, `export` and `unset` before it. A path must name a tool
/// whose file exists, unless an earlier word of the script names such a file as well, or `cd` comes before.
std::vector<UnknownCommand> unknown_commands(const parser::ShellScript& script, const State& state,
                                             const host::Process& process);

}  // namespace ringside::shell
