// emulator/tso/delete.hpp - TSO's DELETE: deletes data sets.
#pragma once

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// Deletes the data sets that the command names. A name without quotes gets the user's prefix.
void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
