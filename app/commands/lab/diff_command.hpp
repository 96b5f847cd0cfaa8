// app/commands/lab/diff_command.hpp - ringside lab diff: what differs between two labs, two unloads, or a lab and an
// unload.
#pragma once

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

Command diff_command(Program& program);

}  // namespace ringside::app
