// app/command_line.hpp - the command line from its arguments to its exit status.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace ringside::app {

/// Runs the program with arguments that do not include its name, on these streams; the exit status.
int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error);

/// The same for main, on the standard streams.
int run(int argc, char** argv);

}  // namespace ringside::app
