// app/command_line.hpp - the command line from its arguments to its exit status.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// Runs the program with arguments that do not include its name, on these streams. Returns the exit status; throws
/// nothing.
int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error);

/// The same for main, on the standard streams, every write to which is checked. Ends the process by SIGPIPE if nobody
/// reads its output.
int run(int argc, char** argv);

/// Runs one of `commands`, named and given its options in `line`. Prints help and errors on the program's streams;
/// its exit status stays as it is.
void run_line(const std::string& line, const std::vector<Command>& commands, Program& program);

}  // namespace ringside::app
