// twin/commands/racdcert/rings.hpp - RACDCERT ADDRING, DELRING, CONNECT and REMOVE that lead from the rings of a system
// to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Makes the rings and connects the certificates in the order of the other system.
void put_rings(Transition& transition);
/// Deletes the rings that the other system does not have.
void delete_rings(Transition& transition);

}  // namespace ringside::twin
