// twin/audit/ring_rules.hpp - rules of an audit on rings: defaults, members that are gone or have ended.
#pragma once

#include <vector>

#include "twin/audit/audit.hpp"

namespace ringside::twin {

/// Adds what breaks ring-without-default, ring-of-cas-only, ring-empty, member-gone and expired-on-ring.
void apply_ring_rules(const Holdings& holdings, std::vector<Finding>& findings);

}  // namespace ringside::twin
