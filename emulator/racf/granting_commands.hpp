// emulator/racf/granting_commands.hpp - the commands that would grant an access.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/authority.hpp"

namespace ringside::racf {

/// Returns the commands that give the issuer the access, in their order: those that activate the class, define a
/// profile, permit the issuer, and refresh a RACLISTed class. Only the refresh is returned if only the copy is old.
std::vector<std::string> granting_commands(Context& context, const AccessNeed& need);

}  // namespace ringside::racf
