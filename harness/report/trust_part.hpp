// harness/report/trust_part.hpp - what a report says about trust: at a glance, and in full.
#pragma once

#include <string>

#include "harness/report/links.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// "37 of 132 links refused, for 4 causes".
std::string headline(const LinkPage& page);

/// Causes of refusals and matrix, side by side where there is room.
Html glance_html(const LinkPage& page);

/// Every link explained.
Html explanations_html(const LinkPage& page, int level);

/// Pictures, timeline of expiry, rings; `links` may be missing.
Html inventory_html(const LabView& view, const TrustReport* links, const std::string& id, int level);

}  // namespace ringside::harness::report
