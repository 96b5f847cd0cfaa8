// harness/steps/link_checks.cpp - compares a trust matrix with what a scenario expects.
#include "harness/steps/link_checks.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "harness/steps/output_expectation.hpp"
#include "harness/steps/refusal_causes.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

std::optional<std::size_t> place_of(const std::string& name, const TrustReport& report) {
  for (std::size_t at = 0; at < report.endpoints.size(); ++at)
    if (report.endpoints[at].name == name) return at;
  return std::nullopt;
}

std::string arrow(const LinkExpectation& link) {
  return fmt::format("link {} -> {}", link.client, link.server);
}

std::string expected_text(const LinkExpectation& expect) {
  std::string text(to_string(expect.verdict));
  if (expect.refused_by)
    text += *expect.refused_by == Side::client ? ", refused by the client" : ", refused by the server";
  if (expect.explanation) text += fmt::format(", with '{}' in the explanation", expect.explanation->value);
  if (expect.openssl) text += fmt::format(", with '{}' from OpenSSL", expect.openssl->value);
  return text;
}

bool holds(const LinkExpectation& expect, const Link& link) {
  const auto has = [](const std::string& text, const std::optional<Placed<std::string>>& part) {
    return !part || text.find(part->value) != std::string::npos;
  };
  return link.reason == expect.verdict && has(link.explanation, expect.explanation) &&
         has(link.openssl, expect.openssl) && (!expect.refused_by || *expect.refused_by == link.refused_by);
}

/// A failure of a link that must be trusted and is refused.
struct Refusal {
  LinkPair link;
  std::size_t failure;  ///< its place among the failures
};
using Refusals = std::vector<Refusal>;

// A link that fails for the same reason under every version is one failure.
void check_link(const LinkExpectation& expect, const TrustReport& report, std::size_t client, std::size_t server,
                Failures& failures, Refusals& refusals) {
  std::vector<Failure> found;
  for (const crypto::TlsVersion version : report.options.versions) {
    const Link* link = report.find(client, server, version);
    const std::string what = fmt::format("{} under {}", arrow(expect), to_string(version));
    if (!link)
      found.push_back({what, expected_text(expect), "a server is not its own client here", expect.where});
    else if (!holds(expect, *link))
      found.push_back(
          {what, expected_text(expect), link->trusted ? "trusted" : refusal_line(report, *link), expect.where});
  }
  const bool is_same =
      found.size() > 1 && found.size() == report.options.versions.size() &&
      std::all_of(found.begin(), found.end(), [&](const Failure& f) { return f.came == found[0].came; });
  if (is_same) {
    found.resize(1);
    found[0].what = arrow(expect);
  }
  if (!found.empty() && expect.verdict == Reason::trusted && client != server)
    refusals.push_back({{client, server}, failures.size()});
  failures.insert(failures.end(), found.begin(), found.end());
}

/// Adds what mends the refused links.
void tell_cures(lab::Lab& lab, const TrustReport& report, const Refusals& refusals, Failures& failures) {
  if (refusals.empty()) return;
  std::vector<LinkPair> links;
  for (const Refusal& refusal : refusals) links.push_back(refusal.link);
  const auto cures = cures_of(lab, report, links);
  for (const Refusal& refusal : refusals)
    if (const auto cure = cures.find(refusal.link); cure != cures.end())
      failures[refusal.failure].around = cure->second;
}

/// Why no endpoint has this name: of a system, what its rings lack; else the name that was probably meant.
std::string why_unknown(lab::Lab& lab, const std::string& name, const TrustReport& report) {
  for (const Endpoint& ring : empty_rings(lab))
    if (ring.system == name) return fmt::format(": its ring {} holds no certificate", racf::to_string(ring.ring));
  if (lab.systems().find(name)) return ": the system has no ring";
  std::vector<std::string> names;
  for (const Endpoint& endpoint : report.endpoints) names.push_back(endpoint.name);
  return base::did_you_mean(name, names, base::Quotes::yes);
}

void check_named(lab::Lab& lab, const LinkExpectation& expect, const TrustReport& report, Failures& failures,
                 Refusals& refusals) {
  const auto client = place_of(expect.client, report);
  const auto server = place_of(expect.server, report);
  if (client && server) return check_link(expect, report, *client, *server, failures, refusals);
  const std::string& unknown = client ? expect.server : expect.client;
  failures.push_back({arrow(expect), expected_text(expect),
                      fmt::format("no endpoint is called {}{}", unknown, why_unknown(lab, unknown, report)),
                      expect.where});
}

// A pair that the expected matrix does not name is a failure too.
void check_whole(const Placed<std::vector<LinkExpectation>>& matrix, const TrustReport& report, Failures& failures) {
  for (const Link& link : report.links) {
    if (link.version != report.options.versions.front()) continue;
    const std::string& client = report.endpoints[link.client].name;
    const std::string& server = report.endpoints[link.server].name;
    const bool written = std::any_of(matrix.value.begin(), matrix.value.end(), [&](const LinkExpectation& expect) {
      return expect.client == client && expect.server == server;
    });
    if (!written)
      failures.push_back({fmt::format("link {} -> {}", client, server), "a place in the matrix",
                          fmt::format("the matrix does not say; it is {}", to_string(link.reason)), matrix.where});
  }
}

void check_number(const Placed<long>& least, const TrustReport& report, Failures& failures) {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const Link& link : report.links) pairs.insert({link.client, link.server});
  if (pairs.size() < static_cast<std::size_t>(least.value))
    failures.push_back(
        {"number of links", fmt::format("{} or more", least.value), std::to_string(pairs.size()), least.where});
}

void check_all_refused(parser::Position where, const TrustReport& report, Failures& failures) {
  if (report.links.empty()) failures.push_back({"trust check", "every link is refused", "there is no link", where});
  for (const Link& link : report.links)
    if (link.trusted)
      failures.push_back({fmt::format("link {} -> {} under {}", report.endpoints[link.client].name,
                                      report.endpoints[link.server].name, to_string(link.version)),
                          "refused", "trusted", where});
}

}  // namespace

void check_links(lab::Lab& lab, const TrustExpectation& expect, const TrustReport& report, Failures& failures) {
  check_remarks(expect.remarks, report.remarks, "remarks on who trusts whom", failures);
  if (expect.least_links) check_number(*expect.least_links, report, failures);
  if (expect.must_fail) return check_all_refused(*expect.must_fail, report, failures);
  if (!expect.matrix && expect.links.empty()) return check_all_trusted(lab, report, failures);
  Refusals refusals;
  if (expect.matrix) {
    for (const LinkExpectation& link : expect.matrix->value) check_named(lab, link, report, failures, refusals);
    check_whole(*expect.matrix, report, failures);
  }
  for (const LinkExpectation& link : expect.links) check_named(lab, link, report, failures, refusals);
  tell_cures(lab, report, refusals, failures);
}

}  // namespace ringside::harness
