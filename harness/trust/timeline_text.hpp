// harness/trust/timeline_text.hpp - trust over time as text.
#pragma once

#include <string>
#include <vector>

#include "harness/trust/trust_timeline.hpp"

namespace ringside::harness {

/// The timeline as text: for each moment the links, the certificates, and the commands that renew them.
std::vector<std::string> timeline_lines(const TrustTimeline& timeline);

}  // namespace ringside::harness
