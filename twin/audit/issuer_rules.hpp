// twin/audit/issuer_rules.hpp - rules of an audit on certificates and those that signed them.
#pragma once

#include <vector>

#include "twin/audit/audit.hpp"

namespace ringside::twin {

/// Adds what breaks ca-ends-first, issuer-unknown and same-name-other-key. An issuer is looked for in the database of
/// the certificate, then in the others. Where both certificates are there, the signature decides, else the names.
void apply_issuer_rules(const Holdings& holdings, std::vector<Finding>& findings);

}  // namespace ringside::twin
