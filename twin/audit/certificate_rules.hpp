// twin/audit/certificate_rules.hpp - rules of an audit on single certificates: keys, signatures, owners, use.
#pragma once

#include <vector>

#include "twin/audit/audit.hpp"

namespace ringside::twin {

/// Adds what breaks weak-key, short-curve-key, weak-signature, weak-self-signature, owner-gone and on-no-ring.
void apply_certificate_rules(const Holdings& holdings, std::vector<Finding>& findings);

}  // namespace ringside::twin
