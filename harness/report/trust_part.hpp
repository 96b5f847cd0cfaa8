// harness/report/trust_part.hpp - the part of a report about trust: overview and details.
#pragma once

#include <string>

#include "harness/report/links.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// "37 of 132 links refused, for 4 causes".
std::string headline(const LinkPage& page);

/// Causes of refusals and the matrix, side by side if the window is wide.
Html glance_html(const LinkPage& page);

/// Every link explained.
Html explanations_html(const LinkPage& page, int level);

/// Pictures, timeline of expiry and rings. `links` may be nullptr.
Html inventory_html(const LabView& view, const TrustReport* links, const std::string& id, int level);

}  // namespace ringside::harness::report
