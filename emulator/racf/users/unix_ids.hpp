// emulator/racf/users/unix_ids.hpp - UID and GID of OMVS segments, given or assigned.
#pragma once

#include <string>

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Carries out UID, GID, AUTOUID, AUTOGID, NOUID, NOGID of the OMVS operand for a profile of class USER or GROUP.
/// `alone` is false when the command names several profiles.
Result<void> store_unix_id(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                           const std::string& profile, bool alone);

/// The profile's UID or GID; empty if it has none.
std::string unix_id(Context& context, const std::string& profile_class, const std::string& profile);

}  // namespace ringside::racf
