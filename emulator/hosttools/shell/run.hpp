// emulator/hosttools/shell/run.hpp - runs shell scripts with openssl, keytool, cp, mv, cat, echo and others on one
// host.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "emulator/hosttools/shell/tso_runner.hpp"

namespace ringside::shell {

/// Runs a script in `process`; it may change directory and variables of the process. Returns the exit status of the
/// last command. Nothing runs if the script has a syntax error (2), or a command that the shell has not: 127, or 126
/// for a file that is not run. Where a command refuses what the real one may have, the script ends after it. `tso` runs
/// the TSO commands of a script on z/OS.
int run_script(std::string_view script, host::Process& process,
               openssl::Personality personality = openssl::Personality::v3_0, const TsoRunner& tso = {});

/// Why run_script() would run nothing of the script: "line 3: perl: command not found". Empty if it would run.
std::vector<std::string> problems_of(std::string_view script, const host::Process& process);

}  // namespace ringside::shell
