// emulator/shell/run.hpp - procedures: lines of openssl, keytool, cp, mv, cat, echo ... on one host.
#pragma once

#include <string_view>

#include "emulator/host/process.hpp"

namespace ringside::shell {

/// Runs a script line by line in `process`, whose directory and variables it may change. Returns the exit status of
/// the last command; 127 for a command that is not there.
int run_script(std::string_view script, host::Process& process);

}  // namespace ringside::shell
