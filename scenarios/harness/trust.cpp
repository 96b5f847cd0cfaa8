// scenarios/harness/trust.cpp - who trusts whom.
#include "scenarios/harness/trust.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "emulator/base/limits.hpp"
#include "emulator/crypto/handshakes.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/racf/certificate_user.hpp"
#include "emulator/racf/ring_reader.hpp"
#include "scenarios/harness/engine_store.hpp"
#include "scenarios/harness/explain.hpp"
#include "scenarios/harness/trust_remarks.hpp"

namespace ringside::harness {
namespace {

/// An endpoint with all that its handshakes need.
struct Station {
  database::SecurityDatabase database;
  racf::RingContents ring;  ///< of key stores: the party, and what is wrong with them
  std::string host;
  std::string trust_store;  ///< empty where a ring is read

  [[nodiscard]] Judge judge() { return {ring, database, trust_store}; }
};

racf::RingContents read_stores(lab::Lab& lab, const database::SystemRecord& system, const Endpoint& endpoint) {
  racf::RingContents contents;
  auto party = store_party(host::LabFiles(lab, system, "root"), *endpoint.stores, endpoint.label);
  if (!party) {
    contents.problem = racf::IdentityProblem::no_ring;
    contents.explanation = party.error();
    return contents;
  }
  contents.party = *std::move(party);
  if (contents.party.identity) return contents;
  contents.problem = endpoint.label ? racf::IdentityProblem::no_label : racf::IdentityProblem::no_key;
  contents.explanation = fmt::format("{} holds no private key{} that its password opens", endpoint.stores->key_store,
                                     endpoint.label ? " with alias " + *endpoint.label : "");
  return contents;
}

Finding why_no_identity(const Station& station) {
  Finding finding = explain_identity(station.ring);
  if (finding.reason == Reason::no_ring && !station.trust_store.empty()) finding.reason = Reason::no_store;
  return finding;
}

std::vector<Station> read_stations(lab::Lab& lab, const std::vector<Endpoint>& endpoints) {
  std::vector<Station> stations;
  for (const Endpoint& endpoint : endpoints) {
    const auto system = *lab.systems().find(endpoint.system);
    stations.push_back({lab.database_of(system),
                        endpoint.stores ? read_stores(lab, system, endpoint)
                                        : racf::read_ring(lab, system, endpoint.ring, endpoint.label),
                        endpoint.host.empty() ? endpoint.system : endpoint.host,
                        endpoint.stores ? endpoint.stores->trust_store : std::string{}});
  }
  return stations;
}

std::string words(const crypto::SideResult& side) {
  if (!side.verify_text.empty()) return side.verify_text;
  if (!side.error.empty()) return side.error;
  return side.alert_received.empty() ? "no handshake" : "alert " + side.alert_received;
}

void refuse(Link& link, Side by, const Finding& finding, const crypto::SideResult& says,
            const crypto::SideResult& hears) {
  link.refused_by = by;
  link.reason = finding.reason;
  link.explanation = finding.text;
  link.openssl = words(says);
  link.alert = hears.alert_received;
}

// The first thing that went wrong in the order of a handshake: rings that give nothing, the client's judgement of the
// server, the server's of the client.
void judge(Link& link, const crypto::HandshakeOutcome& outcome, Station& client, Station& server, const lab::Lab& lab,
           bool mutual) {
  const Judge client_judge = client.judge();
  const Judge server_judge = server.judge();
  if (!client.ring.readable())
    refuse(link, Side::client, why_no_identity(client), outcome.client, outcome.server);
  else if (!server.ring.party.identity)
    refuse(link, Side::server, why_no_identity(server), outcome.server, outcome.client);
  else if (outcome.client.verify_error != 0)
    refuse(link, Side::client,
           explain_verification(outcome.client, client_judge, *server.ring.party.identity, lab.now(), lab.zone()),
           outcome.client, outcome.server);
  else if (mutual && !client.ring.party.identity)
    refuse(link, Side::server, why_no_identity(client), outcome.server, outcome.client);
  else if (mutual && outcome.server.verify_error != 0)
    refuse(link, Side::server,
           explain_verification(outcome.server, server_judge, *client.ring.party.identity, lab.now(), lab.zone()),
           outcome.server, outcome.client);
  else if (!outcome.client.error.empty())
    refuse(link, Side::client, {Reason::other, "the handshake broke off"}, outcome.client, outcome.server);
  else
    refuse(link, Side::server, {Reason::other, "the handshake broke off"}, outcome.server, outcome.client);
  link.client_finished_first = link.refused_by == Side::server && outcome.client.finished_handshake;
}

std::vector<crypto::Meeting> meetings_of(std::size_t stations, const TrustOptions& options) {
  std::vector<crypto::Meeting> meetings;
  for (const crypto::TlsVersion version : options.versions)
    for (std::size_t client = 0; client < stations; ++client)
      for (std::size_t server = 0; server < stations; ++server)
        if (client != server || options.with_itself) meetings.push_back({client, server, version});
  return meetings;
}

// TLS draws its nonces from the operating system, but nothing of them reaches the report: the same rings give the same
// link, on however many threads.
std::vector<crypto::HandshakeOutcome> shake_hands(const std::vector<Station>& stations,
                                                  const std::vector<crypto::Meeting>& meetings, base::Instant at,
                                                  const TrustOptions& options) {
  std::vector<crypto::Host> hosts;
  for (const Station& station : stations) hosts.push_back({&station.ring.party, station.host});
  return crypto::handshakes(hosts, meetings, {options.mutual, at, options.verify_host, options.threads});
}

// The server's system gives a user to the certificate that the client showed; the server runs as its ring's owner.
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
  for (std::size_t at = 0; at < options.versions.size(); ++at) {
    if (options.versions[at] != version) continue;
    const auto first = links.begin() + static_cast<std::ptrdiff_t>(at * each);
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
  name_endpoints(endpoints);
  if (const std::string why = complaint(lab, endpoints); !why.empty()) return tl::make_unexpected(why);
  TrustReport report{std::move(endpoints), options, {}, {}};
  std::vector<Station> stations = read_stations(lab, report.endpoints);
  const auto meetings = meetings_of(stations.size(), options);
  const auto outcomes = shake_hands(stations, meetings, lab.now(), options);
  for (std::size_t at = 0; at < meetings.size(); ++at) {
    Station& client = stations[meetings[at].client];
    Station& server = stations[meetings[at].server];
    Link link;
    link.client = meetings[at].client;
    link.server = meetings[at].server;
    link.version = meetings[at].version;
    link.trusted = outcomes[at].trusted;
    link.host_note = outcomes[at].host_note;
    if (!link.trusted) judge(link, outcomes[at], client, server, lab, options.mutual);
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
