// twin/commands/users.hpp - ADDUSER, ALTUSER and DELUSER that lead from the users of a system to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Adds the users that are missing, with the connection to the default group. What ADDUSER cannot set is left to
/// alter_users().
void add_users(Transition& transition);
/// Changes the users that both systems have, but for the issuer of the commands.
void alter_users(Transition& transition);
/// Changes the issuer: the last commands of all, since it may lose its authority by them.
void alter_issuer(Transition& transition);
/// Deletes the users that the other system does not have. What they own must be gone.
void delete_users(Transition& transition);

}  // namespace ringside::twin
