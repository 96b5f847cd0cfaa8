// harness/trust/trust.cpp - who trusts whom: a real handshake for every ordered pair of servers.
#include "harness/trust/trust.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "emulator/crypto/tls/handshakes.hpp"
#include "emulator/racf/users/certificate_user.hpp"
#include "harness/trust/remarks.hpp"
#include "harness/trust/station.hpp"
#include "twin/pairs/stand_in_pairs.hpp"

namespace ringside::harness {
namespace {

std::vector<crypto::Meeting> meetings_of(std::size_t stations, const TrustOptions& options) {
  std::vector<crypto::Meeting> meetings;
  for (const crypto::TlsVersion version : options.versions)
    for (std::size_t client = 0; client < stations; ++client)
      for (std::size_t server = 0; server < stations; ++server)
        if (client != server || options.with_itself) meetings.push_back({client, server, version});
  return meetings;
}

// TLS uses random nonces of the operating system, but the report does not depend on them: the same rings give the same
// links with any number of threads.
std::vector<crypto::HandshakeOutcome> shake_hands(const std::vector<Station>& stations,
                                                  const std::vector<crypto::Meeting>& meetings, base::Instant at,
                                                  const TrustOptions& options) {
  std::vector<crypto::Host> hosts;
  for (const Station& station : stations) hosts.push_back({&station.ring.party, station.host});
  return crypto::handshakes(hosts, meetings, {options.mutual, at, options.verify_host, options.threads});
}

// The server's system maps the client's certificate to a user. The server runs as its ring's owner.
void log_on(Link& link, lab::Lab& lab, const Endpoint& server, const crypto::Certificate& certificate) {
  racf::Session session(lab, *lab.systems().find(server.system), server.ring.owner);
  const racf::CertificateUser found = racf::user_of(session, certificate);
  link.client_user = found.user;
  link.client_user_reason = found.explanation;
}

std::string complaint(lab::Lab& lab, const std::vector<Endpoint>& endpoints) {
  if (endpoints.size() > base::limits::trust_endpoints)
    return fmt::format("{} endpoints; at most {} are compared", endpoints.size(), base::limits::trust_endpoints);
  std::set<std::string> names;
  for (const Endpoint& endpoint : endpoints) {
    if (!lab.systems().find(endpoint.system)) return fmt::format("the lab has no system {}", endpoint.system);
    if (!names.insert(endpoint.name).second) return fmt::format("two endpoints are called {}", endpoint.name);
  }
  return {};
}

}  // namespace

const Link* TrustReport::find(std::size_t client, std::size_t server, crypto::TlsVersion version) const {
  const auto by_place = [](const Link& link, const std::pair<std::size_t, std::size_t>& place) {
    return std::pair(link.client, link.server) < place;
  };
  const std::size_t each = options.versions.empty() ? 0 : links.size() / options.versions.size();
  for (std::size_t block = 0; block < options.versions.size(); ++block) {
    if (options.versions[block] != version) continue;
    const auto first = links.begin() + static_cast<std::ptrdiff_t>(block * each);
    const auto last = first + static_cast<std::ptrdiff_t>(each);
    const auto found = std::lower_bound(first, last, std::pair(client, server), by_place);
    if (found != last && found->client == client && found->server == server) return &*found;
  }
  return nullptr;
}

std::size_t TrustReport::refused() const {
  return static_cast<std::size_t>(
      std::count_if(links.begin(), links.end(), [](const Link& link) { return !link.trusted; }));
}

tl::expected<TrustReport, std::string> check_trust(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                                   const TrustOptions& options) {
  if (const auto with_pairs = twin::with_stand_in_pairs(lab))
    return check_trust(*with_pairs, std::move(endpoints), options);
  name_endpoints(endpoints);
  if (const std::string why = complaint(lab, endpoints); !why.empty()) return tl::make_unexpected(why);
  TrustReport report{std::move(endpoints), options, {}, {}, options.at.value_or(lab.now()), lab.zone()};
  const Judging judging{report.options, report.at, report.zone};
  std::vector<Station> stations = read_stations(lab, report.endpoints);
  const auto meetings = meetings_of(stations.size(), options);
  const auto outcomes = shake_hands(stations, meetings, report.at, options);
  for (std::size_t at = 0; at < meetings.size(); ++at) {
    Station& client = stations[meetings[at].client];
    Station& server = stations[meetings[at].server];
    Link link;
    link.client = meetings[at].client;
    link.server = meetings[at].server;
    link.version = meetings[at].version;
    take_outcome(link, outcomes[at], client, server, judging);
    if (options.mutual && link.trusted && !report.endpoints[link.server].stores)
      log_on(link, lab, report.endpoints[link.server], client.ring.party.identity->certificate);
    report.links.push_back(std::move(link));
  }
  std::vector<const racf::RingContents*> rings;
  for (const Station& station : stations) rings.push_back(&station.ring);
  report.remarks = trust_remarks(report, rings);
  return report;
}

std::string to_string(crypto::TlsVersion version) {
  return version == crypto::TlsVersion::tls12 ? "TLS 1.2" : "TLS 1.3";
}

}  // namespace ringside::harness
