// harness/report/cures.hpp - repairs of the refused links of a trust check, as lines of a page.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness::report {

/// Lines for each refused pair of client and server; none for a pair that the lines of earlier pairs repair.
using Cures = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>>;

/// The doctor's repairs for the refused links of a check. The lab must be in the state of that check. Every command was
/// tried.
Cures cures_of(lab::Lab& lab, const TrustReport& report);

}  // namespace ringside::harness::report
