// emulator/tso/allocate.hpp - ALLOCATE and FREE: data sets for the DD names of a session.
#pragma once

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// ALLOCATE: notes the data set under its DD name; NEW makes it.
void allocate(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// FREE: forgets DD names; DELETE deletes their data sets.
void free_files(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
