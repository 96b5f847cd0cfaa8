// app/commands/lab/unload_command.hpp - ringside lab unload: writes the RACF database of a system as IRRDBU00 does.
#pragma once

#include "app/command.hpp"

namespace ringside::app {

class Program;

Command unload_command(Program& program);

}  // namespace ringside::app
