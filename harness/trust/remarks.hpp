// harness/trust/remarks.hpp - what a trust matrix tells besides its verdicts: authority, weak keys, host
// names.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// One line for each remark, with the names of all the endpoints that it is about: "HERE, THERE: ...". `rings` are in
/// the order of the report's endpoints.
std::vector<std::string> trust_remarks(const TrustReport& report, const std::vector<const racf::RingContents*>& rings);

}  // namespace ringside::harness
