// harness/report/matrix.cpp - the matrix of a trust check: a row for each client, a column for each server.
#include "harness/report/matrix.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/report/link_id.hpp"
#include "harness/report/parts.hpp"

namespace ringside::harness::report {
namespace {

constexpr std::size_t longest_column_name = 8;  // longer ones become numbers, which the rows explain
constexpr std::size_t most_worded = 4;          // columns in which a reason's words have room

bool is_numbered(const TrustReport& report) {
  return std::any_of(report.endpoints.begin(), report.endpoints.end(),
                     [](const Endpoint& endpoint) { return endpoint.name.size() > longest_column_name; });
}

Html column_name(const TrustReport& report, std::size_t at) {
  if (!is_numbered(report)) return report.endpoints[at].name;
  return shown_only(fmt::format("[{}]", at + 1)) + read_only(report.endpoints[at].name);
}

Html row_name(const TrustReport& report, std::size_t at) {
  if (!is_numbered(report)) return report.endpoints[at].name;
  return shown_only(fmt::format("[{}] ", at + 1)) + Html(report.endpoints[at].name);
}

// A tick, or a cross with the number of its cause. The colour only repeats this.
Html cell_of(const LinkPage& page, std::size_t client, std::size_t server) {
  const Verdict verdict = verdict_of(page.report, client, server);
  if (verdict.links.empty()) return cell(shown_only("\u2013") + read_only("itself"), "none");
  const std::size_t number = cause_number(page.causes, client, server);
  Html sign = number == 0 ? Html("\u2713") : "\u2717" + std::to_string(number);
  if (number != 0 && page.report.endpoints.size() <= most_worded) sign += " " + verdict.text;
  const Html words = arrow(page.report, client, server) + Html(": " + verdict.text);
  return cell(element("a", {{"href", "#" + link_id(page, client, server)}}, shown_only(sign) + read_only(words)),
              number == 0 ? "holds" : "refused");
}

}  // namespace

Html matrix_html(const LinkPage& page) {
  const TrustReport& report = page.report;
  Html head = element("th", {{"scope", "col"}}, "client \\ server");
  for (std::size_t at = 0; at < report.endpoints.size(); ++at)
    head += element("th", {{"scope", "col"}}, column_name(report, at));
  Html rows;
  for (std::size_t client = 0; client < report.endpoints.size(); ++client) {
    Html row = row_head(row_name(report, client));
    for (std::size_t server = 0; server < report.endpoints.size(); ++server) row += cell_of(page, client, server);
    rows += element("tr", row) + "\n";
  }
  const Html caption =
      element("caption", conditions(report) + ". \u2713 trusted, \u2717 refused with the number of its cause.");
  return scrolling("Matrix: " + page.name,
                   element("table", {{"class", "matrix"}},
                           caption + element("thead", element("tr", head)) + element("tbody", rows)));
}

}  // namespace ringside::harness::report
