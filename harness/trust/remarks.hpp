// harness/trust/remarks.hpp - remarks of a trust matrix about authority, weak keys and host names.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// One line for each remark, which begins with the names of its endpoints: "HERE, THERE: ...". `rings` are in the order
/// of the report's endpoints.
std::vector<std::string> trust_remarks(const TrustReport& report, const std::vector<const racf::RingContents*>& rings);

}  // namespace ringside::harness
