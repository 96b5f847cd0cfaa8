// app/shims/machine_program.hpp - the machine's own program of a name, for what is not emulated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/program.hpp"

namespace ringside::app {

/// The first file of this name on PATH that can be run and is not this program; nullopt if there is none.
std::optional<std::string> machine_program(const std::string& name);

/// Becomes the program `file`, which is searched on PATH if it has no '/'. `words` are its name and its arguments. It
/// gets the limits and signals that this process was started with. Returns the error (errno) if it cannot be started.
int become(const std::string& file, std::vector<std::string> words);

/// Becomes the program `own`, after a line on standard error that `shown` is not emulated. Throws UsageError if it
/// cannot be started.
[[noreturn]] void answer_by(Program& program, const std::string& own, const std::string& shown,
                            const std::vector<std::string>& words);

}  // namespace ringside::app
