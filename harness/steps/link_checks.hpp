// harness/steps/link_checks.hpp - compares a trust matrix with what a scenario expects.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/play/failure.hpp"
#include "harness/steps/trust_expectation.hpp"

namespace ringside::harness {

/// Without any expectation every link must be trusted. The lab must be in the state of the check.
void check_links(lab::Lab& lab, const TrustExpectation& expect, const TrustReport& report, Failures& failures);

}  // namespace ringside::harness
