// harness/report/cures.hpp - what mends the refused links of a trust check, as a page tells it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness::report {

/// Lines for each refused pair, client and server; none for a pair that the lines of pairs before it mend.
using Cures = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>>;

/// What the doctor says about the refused links of a check, while the lab is as it was then. Every command was tried.
Cures cures_of(lab::Lab& lab, const TrustReport& report);

}  // namespace ringside::harness::report
