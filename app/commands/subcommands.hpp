// app/commands/subcommands.hpp - the table of subcommands.
#pragma once

#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// All subcommands, in the order of the help. A new one is a file here that defines
/// `Command name_command(Program& program)`, and a line in subcommands.inc.
std::vector<Command> subcommands(Program& program);

}  // namespace ringside::app
