// harness/trust/renewal_trial.hpp - tries the renewals of a timeline before they are told.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/trust/trust_timeline.hpp"

namespace ringside::harness {

/// Carries out the renewals of each moment in order, each moment's after those before, and looks whether the links that
/// break at that moment hold then. Sets `trial` of every remedy. Works on a copy of the lab.
void try_renewals(lab::Lab& lab, TrustTimeline& timeline);

}  // namespace ringside::harness
