// emulator/racf/users/unix_ids.hpp - UID and GID of OMVS segments, specified or assigned automatically.
#pragma once

#include <string>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Applies UID, GID, AUTOUID, AUTOGID, NOUID and NOGID of the OMVS operand to a profile of class USER or GROUP. `alone`
/// is false if the command names several profiles; AUTOUID and AUTOGID are refused then.
Result<void> store_unix_id(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                           const std::string& profile, bool alone);

/// Returns the UID or GID of a profile; empty if it has none.
std::string unix_id(Context& context, const std::string& profile_class, const std::string& profile);

}  // namespace ringside::racf
