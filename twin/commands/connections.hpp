// twin/commands/connections.hpp - CONNECT and REMOVE that lead from the members of groups to those of another system.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Makes and changes the connections of the other system, but for those of the issuer.
void connect_users(Transition& transition);
/// The same for the issuer of the commands, who may lose authority by it.
void connect_issuer(Transition& transition);
/// Removes the connections that the other system does not have, of users that it has.
void remove_users(Transition& transition);

}  // namespace ringside::twin
