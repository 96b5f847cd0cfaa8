// harness/report/links.cpp - every link of a trust matrix explained, and the causes of refusals.
#include "harness/report/links.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/report/link_id.hpp"
#include "harness/report/parts.hpp"

namespace ringside::harness::report {
namespace {

std::string versions_of(const std::vector<const Link*>& links) {
  std::vector<std::string> names;
  for (const Link* link : links) names.push_back(to_string(link->version));
  return base::join(names, " and ");
}

std::string refuser(const Link& link) {
  return link.refused_by == Side::client ? "the client" : "the server";
}

// The lines of all links of a cause, in order of execution.
Html cure_of_cause(const LinkPage& page, const Cause& cause) {
  std::vector<std::string> lines;
  for (const auto& pair : cause.of)
    if (const auto cure = page.cures.find(pair); cure != page.cures.end())
      lines.insert(lines.end(), cure->second.begin(), cure->second.end());
  return lines.empty() ? Html{} : folded("Repair", preformatted(lines));
}

Html cure_of_link(const LinkPage& page, std::size_t client, std::size_t server) {
  const auto cure = page.cures.find({client, server});
  if (cure == page.cures.end()) return {};
  if (cure->second.empty()) return element("p", "The repair of the links above also repairs this one.");
  return element("p", "Repair, after the repair of the links above:") + preformatted(cure->second);
}

Html cause_html(const LinkPage& page, const Cause& cause) {
  Html chips;
  for (const auto& [client, server] : cause.of)
    chips += element("li",
                     element("a", {{"href", "#" + link_id(page, client, server)}}, arrow(page.report, client, server)));
  const Html title = element("span", {{"class", "number"}}, read_only("Cause ") + std::to_string(cause.number)) + " " +
                     element("strong", to_string(cause.reason)) + " " +
                     element("span", {{"class", "count"}}, counted(cause.of.size(), "link"));
  return element("li", element("p", {{"class", "reason"}},
                               title + Html(cause.explanation.empty() ? "" : ": " + cause.explanation)) +
                           element("p", {{"class", "openssl"}}, "OpenSSL: " + base::join(cause.openssl, "; ")) +
                           element("ul", {{"class", "chips"}}, chips) + cure_of_cause(page, cause)) +
         "\n";
}

Html term(const Html& name, const Html& value) {
  return value.empty() ? Html{} : element("dt", name) + element("dd", value);
}

// Versions of TLS that are refused for the same reason share a description.
Html refusal(const Link& link, const std::vector<const Link*>& alike) {
  Html list = term("In RACF's words", link.explanation) + term("In OpenSSL's words", link.openssl) +
              term("Refused by", refuser(link) + ", under " + versions_of(alike)) +
              term("TLS alert to the other side", link.alert);
  if (std::any_of(alike.begin(), alike.end(), [](const Link* one) { return one->client_finished_first; }))
    list += term("Note", "the client had finished its handshake before it was refused");
  return element("dl", list);
}

Html refusals(const Verdict& verdict) {
  Html text;
  std::vector<const Link*> left = verdict.links;
  while (!left.empty()) {
    const Link& first = *left.front();
    const auto rest = std::stable_partition(left.begin(), left.end(), [&](const Link* link) {
      return link->reason == first.reason && link->explanation == first.explanation && link->openssl == first.openssl &&
             link->refused_by == first.refused_by;
    });
    const std::vector<const Link*> alike(left.begin(), rest);
    text += first.trusted ? element("p", "It holds under " + versions_of(alike) + ".") : refusal(first, alike);
    left.erase(left.begin(), rest);
  }
  return text;
}

Html refused_link(const LinkPage& page, std::size_t client, std::size_t server, const Verdict& verdict, int level) {
  const std::size_t number = cause_number(page.causes, client, server);
  const Html heading = arrow(page.report, client, server) + Html(": " + verdict.text);
  return element("article", {{"class", "link refused"}, {"id", link_id(page, client, server)}, {"tabindex", "-1"}},
                 element(fmt::format("h{}", level),
                         element("span", {{"class", "number"}}, read_only("Cause ") + std::to_string(number)) + " " +
                             heading) +
                     refusals(verdict) + cure_of_link(page, client, server)) +
         "\n";
}

Html trusted_link(const LinkPage& page, std::size_t client, std::size_t server, const Verdict& verdict) {
  Html text = arrow(page.report, client, server) + Html(": trusted");
  const Link& link = *verdict.links.front();
  if (!link.client_user_reason.empty())
    text += link.client_user.empty() ? Html(", logged on as nobody: ") + link.client_user_reason
                                     : Html(", logged on as ") + link.client_user + ": " + link.client_user_reason;
  return element("li", {{"class", "link holds"}, {"id", link_id(page, client, server)}, {"tabindex", "-1"}}, text) +
         "\n";
}

}  // namespace

std::size_t LinkPage::refused() const {
  std::size_t count = 0;
  for (const Cause& cause : causes) count += cause.of.size();
  return count;
}

std::string conditions(const TrustReport& report) {
  std::vector<std::string> names;
  for (const auto version : report.options.versions) names.push_back(to_string(version));
  std::string text = base::join(names, " and ");
  if (report.options.mutual) text += ", both sides show a certificate";
  if (report.options.verify_host) text += ", host names checked";
  return text;
}

Html causes_html(const LinkPage& page) {
  if (page.causes.empty()) return element("p", {{"class", "well"}}, "Every link holds.");
  Html items;
  for (const Cause& cause : page.causes) items += cause_html(page, cause);
  return element("ol", {{"class", "causes"}}, items);
}

Html links_html(const LinkPage& page, int level) {
  Html refused, trusted;
  const std::size_t size = page.report.endpoints.size();
  for (std::size_t client = 0; client < size; ++client)
    for (std::size_t server = 0; server < size; ++server) {
      const Verdict verdict = verdict_of(page.report, client, server);
      if (verdict.links.empty()) continue;
      if (verdict.trusted())
        trusted += trusted_link(page, client, server, verdict);
      else
        refused += refused_link(page, client, server, verdict, level);
    }
  Html text;
  if (!refused.empty()) text += element("div", {{"class", "cards"}}, refused);
  if (!trusted.empty())
    text += element(fmt::format("h{}", level), "Links that hold") + element("ul", {{"class", "holding"}}, trusted);
  if (!page.report.remarks.empty()) {
    Html remarks;
    for (const std::string& remark : page.report.remarks) remarks += element("li", remark);
    text += element(fmt::format("h{}", level), "Remarks") + element("ul", remarks);
  }
  return text;
}

}  // namespace ringside::harness::report
