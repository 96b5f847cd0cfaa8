// harness/doctor/cure_verification.hpp - repairs a link whose certificate the other side refuses.
#pragma once

#include "harness/doctor/link_side.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// For a certificate of `shown` that `judge` refuses. `reason` is the link's.
Cure cure_verification(LinkSide& judge, LinkSide& shown, Reason reason);

}  // namespace ringside::harness
