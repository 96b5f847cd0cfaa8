// harness/report/verdict.cpp - the verdict of one pair over all versions of TLS.
#include "harness/report/verdict.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace ringside::harness::report {

namespace {

// Removes the rings' names, so that rings that lack the same certificate have one cause.
std::string without_ring_name(const TrustReport& report, const Link& link) {
  const bool by_client = link.refused_by == Side::client;
  const Endpoint& judge = report.endpoints[by_client ? link.client : link.server];
  return base::replace_all(link.explanation, "ring " + racf::to_string(judge.ring),
                           by_client ? "the client's ring" : "the server's ring");
}

void add_words(Cause& cause, const Verdict& verdict) {
  for (const Link* link : verdict.links)
    if (!link->openssl.empty() &&
        std::find(cause.openssl.begin(), cause.openssl.end(), link->openssl) == cause.openssl.end())
      cause.openssl.push_back(link->openssl);
}

}  // namespace

const Link* Verdict::telling() const {
  const auto refused = std::find_if(links.begin(), links.end(), [](const Link* link) { return !link->trusted; });
  if (refused != links.end()) return *refused;
  return links.empty() ? nullptr : links.front();
}

Verdict verdict_of(const TrustReport& report, std::size_t client, std::size_t server) {
  Verdict verdict;
  for (const crypto::TlsVersion version : report.options.versions)
    if (const Link* link = report.find(client, server, version)) verdict.links.push_back(link);
  const Link* telling = verdict.telling();
  if (!telling) return verdict;
  verdict.text = to_string(telling->reason);
  const bool alike = std::all_of(verdict.links.begin(), verdict.links.end(),
                                 [&](const Link* link) { return link->reason == telling->reason; });
  if (!alike) verdict.text += " (" + to_string(telling->version) + ")";
  return verdict;
}

std::vector<Cause> causes_of(const TrustReport& report) {
  std::vector<Cause> causes;
  std::map<std::pair<Reason, std::string>, std::size_t> known;
  for (std::size_t client = 0; client < report.endpoints.size(); ++client)
    for (std::size_t server = 0; server < report.endpoints.size(); ++server) {
      const Verdict verdict = verdict_of(report, client, server);
      const Link* link = verdict.telling();
      if (!link || link->trusted) continue;
      const std::string explanation = without_ring_name(report, *link);
      const auto [place, is_new] = known.emplace(std::pair{link->reason, explanation}, causes.size());
      if (is_new) causes.push_back({0, link->reason, explanation, {}, {}});
      causes[place->second].of.emplace_back(client, server);
      add_words(causes[place->second], verdict);
    }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& a, const Cause& b) { return a.of.size() > b.of.size(); });
  for (std::size_t at = 0; at < causes.size(); ++at) causes[at].number = at + 1;
  return causes;
}

std::size_t cause_number(const std::vector<Cause>& causes, std::size_t client, std::size_t server) {
  for (const Cause& cause : causes)
    if (std::find(cause.of.begin(), cause.of.end(), std::pair{client, server}) != cause.of.end()) return cause.number;
  return 0;
}

}  // namespace ringside::harness::report
