// harness/steps/refusal_causes.hpp - the refused links of a trust check by their causes, with the commands that repair
// them.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/play/failure.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Adds a failure for each cause why links are refused, and one if there is no link. Links that the commands of earlier
/// causes repair are only counted, in the last failure. The lab must be in the state of the check; it does not change.
void check_all_trusted(lab::Lab& lab, const TrustReport& report, Failures& failures);

}  // namespace ringside::harness
