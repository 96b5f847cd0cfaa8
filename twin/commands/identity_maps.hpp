// twin/commands/identity_maps.hpp - RACMAP that leads from the distributed identity filters of a system to those of
// another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Makes the filters that are missing. Deletes those first that another user or another label has there.
void put_identity_maps(Transition& transition);
/// Deletes the filters that the other system does not have.
void delete_identity_maps(Transition& transition);

}  // namespace ringside::twin
