// app/commands/lab/check_command.hpp - ringside lab check: what is damaged in a lab, or should be looked at.
#pragma once

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// The subcommand "check" of "lab".
Command check_command(Program& program);

}  // namespace ringside::app
