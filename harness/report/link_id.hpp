// harness/report/link_id.hpp - the name of a link on a page, and its id.
#pragma once

#include <string>

#include "harness/report/links.hpp"

namespace ringside::harness::report {

inline std::string link_id(const LinkPage& page, std::size_t client, std::size_t server) {
  return page.id + "-link-" + std::to_string(client) + "-" + std::to_string(server);
}

/// "SYSX → PRIMARY", read as "SYSX to PRIMARY".
inline Html arrow(const TrustReport& report, std::size_t client, std::size_t server) {
  return Html(report.endpoints[client].name) + shown_only(" \u2192 ") + read_only(" to ") +
         Html(report.endpoints[server].name);
}

}  // namespace ringside::harness::report
