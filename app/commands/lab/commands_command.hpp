// app/commands/lab/commands_command.hpp - ringside lab commands: the RACF commands that lead from one lab to another.
#pragma once

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

Command commands_command(Program& program);

}  // namespace ringside::app
