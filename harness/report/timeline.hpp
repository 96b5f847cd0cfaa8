// harness/report/timeline.hpp - the ends of a lab's certificates over time.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// A certificate with its holders.
struct Expiry {
  std::size_t certificate = 0;       ///< place in LabView::certificates
  long days = 0;                     ///< until its end; negative if it has ended
  std::vector<std::string> holders;  ///< the one with the private key first
  std::vector<std::string> rings;
};

/// Every certificate, in the order of their ends.
std::vector<Expiry> expiries_of(const LabView& view);

/// "ended 10 days ago", "in 19 days".
std::string time_left(const Expiry& expiry);

Html timeline_html(const LabView& view);

}  // namespace ringside::harness::report
