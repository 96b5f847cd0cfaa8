// twin/commands/access_lists.hpp - PERMIT that leads from the access lists of a system to those of another.
#pragma once

#include <string>

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Grants and changes access, for all profiles of a class that both systems have by now.
void grant_access(Transition& transition, const std::string& profile_class);
/// Takes back access that the other system does not give.
void withdraw_access(Transition& transition, const std::string& profile_class);

}  // namespace ringside::twin
