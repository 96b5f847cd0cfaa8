// harness/steps/link_checks.hpp - compares a trust matrix with what a scenario expects.
#pragma once

#include "harness/play/failure.hpp"
#include "harness/steps/trust_expectation.hpp"

namespace ringside::harness {

/// Without any expectation every link must be trusted.
void check_links(const TrustExpectation& expect, const TrustReport& report, Failures& failures);

}  // namespace ringside::harness
