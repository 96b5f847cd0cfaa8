// emulator/tso/catalog.hpp - the commands on the catalog: DELETE and LISTCAT of access method services, LISTDS and
// RENAME.
#pragma once

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

// A name without quotes gets the prefix of the session. Each entry of a lab is a sequential data set or a library (both
// NONVSAM).

/// DELETE: deletes the data sets and members that the command names.
void delete_entries(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// LISTCAT: lists the names of ENTRIES or below LEVEL, or else below the prefix.
void list_catalog(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// LISTDS: lists the attributes of the data sets that the command names; with MEMBERS, the members of libraries.
void list_data_sets(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// RENAME: renames a data set, or a member inside its library.
void rename_entry(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
