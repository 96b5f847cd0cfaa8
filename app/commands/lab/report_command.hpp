// app/commands/lab/report_command.hpp - ringside lab report: reports on what the systems of a lab hold.
#pragma once

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// The subcommand "report" of "lab".
Command report_command(Program& program);

}  // namespace ringside::app
