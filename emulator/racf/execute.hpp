// emulator/racf/execute.hpp - runs one parsed RACF command: handler, savepoint, return code.
#pragma once

#include <string_view>

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Whether RACF has a processor for the command of this full name.
bool is_racf_command(std::string_view name);

/// Runs `command`. All or nothing: with return code 8 or more the database is as before. `shown` is the command for the
/// result, secrets redacted. Throws base::Fault only for faults of ours; then the database is as before too.
CommandResult execute(Session& session, const parser::Command& command, const std::string& shown);

}  // namespace ringside::racf
