// twin/unload/data_sets.hpp - data set profiles as records of an unload.
#pragma once

#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Records 0400, 0402, 0403, 0404 and those of segments. A discrete profile without a volume of its own is on the
/// volume of the lab's catalog, as LISTDSD shows it.
void write_data_sets(Output& output);

}  // namespace ringside::twin
