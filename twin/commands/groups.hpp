// twin/commands/groups.hpp - ADDGROUP, ALTGROUP and DELGROUP that lead from the groups of a system to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Adds the groups that are missing, superior groups first. An owner that does not exist yet is left to
/// alter_groups().
void add_groups(Transition& transition);
/// Changes the groups that both systems have.
void alter_groups(Transition& transition);
/// Deletes the groups that the other system does not have, subgroups first. Their connections must be gone.
void delete_groups(Transition& transition);

}  // namespace ringside::twin
