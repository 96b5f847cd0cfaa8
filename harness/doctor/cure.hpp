// harness/doctor/cure.hpp - the commands that repair a refused link, found from the reason of the refusal.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/doctor/remedy.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Returns what repairs a refused link in the lab's present state; nothing for a link that is trusted. It covers the
/// reported reason only: fixing it may reveal another.
Cure cure_of(lab::Lab& lab, const TrustReport& report, const Link& link);

}  // namespace ringside::harness
