// harness/report/timeline.hpp - which certificate of a lab ends when.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// A certificate with everybody who holds it.
struct Expiry {
  std::size_t certificate = 0;       ///< place in LabView::certificates
  long days = 0;                     ///< left; negative since it ended
  std::vector<std::string> holders;  ///< that with the private key first
  std::vector<std::string> rings;
};

/// Every certificate, the first to end first.
std::vector<Expiry> expiries_of(const LabView& view);

/// "ended 10 days ago", "in 19 days".
std::string time_left(const Expiry& expiry);

Html timeline_html(const LabView& view);

}  // namespace ringside::harness::report
