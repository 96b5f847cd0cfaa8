// harness/report/links.hpp - a trust matrix as HTML: causes of refusals, the matrix, every link explained.
#pragma once

#include <string>

#include "harness/report/cures.hpp"
#include "harness/report/html.hpp"
#include "harness/report/verdict.hpp"

namespace ringside::harness::report {

/// One trust check on a page; `id` begins the ids of its links.
struct LinkPage {
  LinkPage(const TrustReport& of, std::string with_id, std::string called)
      : report(of), causes(causes_of(of)), id(std::move(with_id)), name(std::move(called)) {}

  /// Pairs that are refused, under one version of TLS or all.
  [[nodiscard]] std::size_t refused() const;

  const TrustReport& report;
  std::vector<Cause> causes;
  std::string id;
  std::string name;  ///< of the check, on this page alone
  Cures cures{};
};

/// "TLS 1.2 and TLS 1.3, both sides show a certificate".
std::string conditions(const TrustReport& report);

/// Each cause once, with all the links that it refuses.
Html causes_html(const LinkPage& page);
/// Clients down, servers across; each cell goes to its link's explanation.
Html matrix_html(const LinkPage& page);
/// Every link: why it is refused and what mends it, or under which versions it holds.
Html links_html(const LinkPage& page, int level);

}  // namespace ringside::harness::report
