// twin/commands/racdcert/name_filters.hpp - RACDCERT MAP, ALTMAP and DELMAP that lead from the name filters of a system
// to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Makes and changes certificate name filters. Deletes those first whose names or labels another one needs.
void put_name_filters(Transition& transition);
/// Deletes the filters that the other system does not have.
void delete_name_filters(Transition& transition);

}  // namespace ringside::twin
