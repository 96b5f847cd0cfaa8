// emulator/tso/session_commands.hpp - the commands about the session itself: PROFILE and TIME.
#pragma once

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// PROFILE: sets the prefix of data set names. Without operands, and with LIST, it lists the settings; all but the
/// prefix have their defaults.
void set_profile(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// TIME: the lab's time. A lab measures no use of processors.
void show_time(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
