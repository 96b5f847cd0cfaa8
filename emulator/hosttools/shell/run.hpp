// emulator/hosttools/shell/run.hpp - procedures: lines of openssl, keytool, cp, mv, cat, echo ... on one host.
#pragma once

#include <string_view>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::shell {

/// Runs a script in `process`, whose directory and variables it may change. Returns the exit status of the last
/// command; 127 for a command that is not there, 2 for a script that cannot be read, of which nothing runs then.
int run_script(std::string_view script, host::Process& process,
               openssl::Personality personality = openssl::Personality::v3_0);

}  // namespace ringside::shell
