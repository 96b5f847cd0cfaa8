// harness/trust/trust_text.hpp - a trust matrix as text that people read.
#pragma once

#include <string>
#include <vector>

#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// The matrix (clients down, servers across), a line for each refused link with its reason in both names, and the
/// remarks. Versions with the same outcome share one table.
std::vector<std::string> trust_lines(const TrustReport& report);

/// One refused link: "X -> Y  not on ring: the issuer ... Refused by the client, OpenSSL: ...".
std::string refusal_line(const TrustReport& report, const Link& link);

}  // namespace ringside::harness
