// app/commands/lab/load_command.hpp - ringside lab load: makes the twin of a site's system from an unload.
#pragma once

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

Command load_command(Program& program);

}  // namespace ringside::app
