// emulator/tso/delete.hpp - TSO's DELETE: takes data sets out of the system.
#pragma once

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// Deletes the entries that the command names; a name without quotes stands behind the user's prefix.
void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
