// harness/steps/refusal_causes.hpp - the refused links of a trust check by their causes, with the commands that repair
// them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/play/failure.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Adds a failure for each cause why links are refused, and one if there is no link. Links that the commands of earlier
/// causes repair are only counted, in the last failure. The lab must be in the state of the check; it does not change.
void check_all_trusted(lab::Lab& lab, const TrustReport& report, Failures& failures);

/// Client and server, as indexes of TrustReport::endpoints.
using LinkPair = std::pair<std::size_t, std::size_t>;

/// What mends these links, in lines, for each that is refused. Later ones may say that earlier commands mend them too.
std::map<LinkPair, std::vector<std::string>> cures_of(lab::Lab& lab, const TrustReport& report,
                                                      const std::vector<LinkPair>& links);

}  // namespace ringside::harness
