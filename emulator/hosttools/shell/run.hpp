// emulator/hosttools/shell/run.hpp - runs shell scripts with openssl, keytool, cp, mv, cat, echo and others on one
// host.
#pragma once

#include <string_view>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::shell {

/// Runs a script in `process`; it may change directory and variables of the process. Returns the exit status of the
/// last command, which is 127 for an unknown command. Returns 2 without running anything if the script has a syntax
/// error.
int run_script(std::string_view script, host::Process& process,
               openssl::Personality personality = openssl::Personality::v3_0);

}  // namespace ringside::shell
