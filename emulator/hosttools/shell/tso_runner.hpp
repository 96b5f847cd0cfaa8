// emulator/hosttools/shell/tso_runner.hpp - how the shell of z/OS reaches TSO, which is above it.
#pragma once

#include <functional>
#include <string>

#include "emulator/host/command_result.hpp"

namespace ringside::shell {

/// Runs one TSO command, for tsocmd and tso.
using TsoRunner = std::function<host::CommandResult(const std::string& command)>;

}  // namespace ringside::shell
