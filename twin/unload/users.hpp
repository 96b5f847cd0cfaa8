// twin/unload/users.hpp - the users of a database as records of an unload.
#pragma once

#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Records 0200, 0202, 0203, 0205, 0207 to 0209 and those of segments. irrcerta, irrsitec and irrmulti, in lower case,
/// are users like all others.
void write_users(Output& output);

}  // namespace ringside::twin
