// emulator/racf/grant.hpp - the commands that would grant an access.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/authority.hpp"

namespace ringside::racf {

/// What makes the issuer's access sufficient, in order: the class active, a profile, PERMIT, and the refresh of a
/// RACLISTed class, which is all that is missing where only its copy is old.
std::vector<std::string> granting_commands(Context& context, const AccessNeed& need);

}  // namespace ringside::racf
