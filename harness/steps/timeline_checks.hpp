// harness/steps/timeline_checks.hpp - compares changes of trust over time with what a scenario expects.
#pragma once

#include "harness/play/failure.hpp"
#include "harness/steps/trust_expectation.hpp"
#include "harness/trust/trust_timeline.hpp"

namespace ringside::harness {

/// Every change of the timeline must be expected, and every expected change must be there. `of_step` is the place of
/// failures if the scenario expects no change.
void check_changes(const TrustExpectation& expect, const TrustTimeline& timeline, parser::Position of_step,
                   Failures& failures);

/// Adds a failure at `where` for each certificate of the endpoints that ends in the period.
void check_ends(const TrustTimeline& timeline, parser::Position where, Failures& failures);

}  // namespace ringside::harness
