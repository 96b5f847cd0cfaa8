// harness/doctor/cure_identity.hpp - repairs a ring that gives its server no certificate or no key.
#pragma once

#include "harness/doctor/link_side.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// For a side whose ring gives its server no identity. `reason` is the link's.
Cure cure_identity(LinkSide& side, Reason reason);

}  // namespace ringside::harness
