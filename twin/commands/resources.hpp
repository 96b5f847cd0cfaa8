// twin/commands/resources.hpp - RDEFINE, RALTER, RDELETE, ADDSD, ALTDSD and DELDSD that lead from the profiles of a
// system to those of another.
#pragma once

#include <string>

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Defines and changes the profiles of a class; DATASET stands for data set profiles.
void put_profiles(Transition& transition, const std::string& profile_class);
/// Deletes the profiles that the other system does not have.
void delete_profiles(Transition& transition, const std::string& profile_class);

}  // namespace ringside::twin
