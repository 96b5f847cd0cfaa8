// app/prompt/ready_prompt.hpp - the READY prompt: TSO commands with history and completion.
#pragma once

#include <string>

#include "app/program.hpp"

namespace ringside::app {

/// Prints READY, runs one TSO command, and so on until END or the end of standard input. A line that begins with ':' is
/// a subcommand of ringside on the same lab. `history` is the file that keeps the lines of a terminal: "none" for no
/// file, empty for the one in the user's state folder. Throws UsageError with --json.
void run_ready_prompt(Program& program, const std::string& history);

}  // namespace ringside::app
