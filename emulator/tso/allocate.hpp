// emulator/tso/allocate.hpp - ALLOCATE, FREE and LISTALC: data sets for the DD names of a session.
#pragma once

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// ALLOCATE: notes the data set or member under its DD name; NEW makes the data set or library.
void allocate(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// FREE: forgets DD names; DELETE deletes their data sets.
void free_files(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// LISTALC: lists what ALLOCATE has allocated, in the order of the DD names; with STATUS, also the DD names and
/// dispositions. The layout is that of captured listings.
void list_files(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
