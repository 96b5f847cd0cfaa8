// twin/unload/groups.hpp - the groups of a database as records of an unload.
#pragma once

#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Records 0100, 0101, 0102 and those of segments. A UNIVERSAL group has no records of members with USE, as in RACF.
void write_groups(Output& output);

}  // namespace ringside::twin
