// harness/report/links.hpp - a trust matrix as HTML: causes of refusals, the matrix, every link explained.
#pragma once

#include <string>

#include "harness/report/cures.hpp"
#include "harness/report/html.hpp"
#include "harness/report/verdict.hpp"

namespace ringside::harness::report {

/// One trust check on a page. `id` is the prefix of the ids of its links.
struct LinkPage {
  LinkPage(const TrustReport& of, std::string with_id, std::string called)
      : report(of), causes(causes_of(of)), id(std::move(with_id)), name(std::move(called)) {}

  /// Pairs that are refused under at least one version of TLS.
  [[nodiscard]] std::size_t refused() const;

  const TrustReport& report;
  std::vector<Cause> causes;
  std::string id;
  std::string name;  ///< of the check, unique on the page
  Cures cures{};
};

/// "TLS 1.2 and TLS 1.3, both sides show a certificate".
std::string conditions(const TrustReport& report);

/// Each cause once, with all links that it affects.
Html causes_html(const LinkPage& page);
/// Every link: the reason of a refusal and its repair, or the versions of TLS under which it is trusted.
Html links_html(const LinkPage& page, int level);

}  // namespace ringside::harness::report
