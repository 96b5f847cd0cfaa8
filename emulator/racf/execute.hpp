// emulator/racf/execute.hpp - runs one parsed RACF command.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns true if RACF has a processor for the command of this full name.
bool is_racf_command(std::string_view name);

/// Returns how many operation numbers of its system a command takes: 1 if RACF runs it, else 0. The key that a command
/// makes is derived from its number (key-derivation.md).
std::int64_t operations_of(const parser::Command& command);

/// Runs `command` with the next operation number of the session's system. With return code 8 or more the database does
/// not change. `shown` is the text of the command for the result, without secrets. Throws base::Fault for defects of
/// Ringside and errors of the machine; the database does not change then.
host::CommandResult execute(Session& session, const parser::Command& command, const std::string& shown);

}  // namespace ringside::racf
