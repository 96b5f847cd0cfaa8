// harness/trust/station.cpp - one handshake between two servers, explained in RACF's terms.
#include "harness/trust/station.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/crypto/tls/host_name.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/network/engine_store.hpp"
#include "emulator/lab/host_names.hpp"
#include "twin/pairs/stand_in_pairs.hpp"

namespace ringside::harness {
namespace {

racf::RingContents read_stores(lab::Lab& lab, const database::SystemRecord& system, const Endpoint& endpoint) {
  racf::RingContents contents;
  auto party = network::store_party(host::LabFiles(lab, system, "root"), *endpoint.stores, endpoint.label);
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

std::string words(const crypto::SideResult& side) {
  if (!side.verify_text.empty()) return side.verify_text;
  if (!side.error.empty()) return side.error;
  return side.alert_received.empty() ? "no handshake" : "alert " + side.alert_received;
}

/// The names under which clients reach the endpoint: those of the endpoint or its system, else the system's name.
std::vector<std::string> names_of(lab::Lab& lab, const Endpoint& endpoint) {
  if (!endpoint.host.empty()) return {endpoint.host};
  auto names = lab::host_names(lab, endpoint.system);
  if (names.empty()) names.push_back(endpoint.system);
  return names;
}

/// A client uses one of the names that the server's certificate has. A remark names the others, which clients cannot
/// use.
void choose_host(Station& station, const std::vector<std::string>& names) {
  station.host = names.front();
  if (names.size() == 1 || !station.ring.party.identity) return;
  std::vector<std::string> missing;
  const crypto::Certificate& certificate = station.ring.party.identity->certificate;
  for (const std::string& name : names)
    if (!crypto::names_host(certificate, name)) missing.push_back(name);
  if (missing.empty() || missing.size() == names.size()) return;
  const auto is_named = [&](const std::string& name) {
    return std::find(missing.begin(), missing.end(), name) == missing.end();
  };
  station.host = *std::find_if(names.begin(), names.end(), is_named);
  for (const std::string& name : missing)
    station.ring.remarks.push_back("the server's certificate does not name the host " + name);
}

Finding explain_server(const crypto::SideResult& client, const Judge& judge, const Station& server,
                       const Judging& judging) {
  Finding finding = explain_verification(client, judge, *server.ring.party.identity, judging.at, judging.zone);
  if (finding.reason == Reason::host_name) finding.text += " " + server.host;
  return finding;
}

void refuse(Link& link, Side by, const Finding& finding, const crypto::SideResult& says,
            const crypto::SideResult& hears) {
  link.refused_by = by;
  link.reason = finding.reason;
  link.explanation = finding.text;
  link.openssl = words(says);
  link.alert = hears.alert_received;
}

const crypto::Identity* identity_of(const Station& station) {
  const auto& identity = station.ring.party.identity;
  return identity ? &*identity : nullptr;
}

void break_off(Link& link, const crypto::HandshakeOutcome& outcome, const crypto::Identity* client,
               const crypto::Identity* server) {
  const Finding finding = explain_break(server, client, link.version);
  if (outcome.client.error.empty())
    refuse(link, Side::server, finding, outcome.server, outcome.client);
  else
    refuse(link, Side::client, finding, outcome.client, outcome.server);
}

// Finds the first error in the order of a handshake: a ring that gives nothing, then the client's verification of the
// server, then the server's of the client.
void judge(Link& link, const crypto::HandshakeOutcome& outcome, Station& client, Station& server,
           const Judging& judging) {
  const bool mutual = judging.options.mutual;
  const Judge client_judge = client.judge();
  const Judge server_judge = server.judge();
  // A real server without a certificate does not start, so OpenSSL's words about it would mislead.
  const crypto::SideResult no_handshake;
  if (!client.ring.readable())
    refuse(link, Side::client, why_no_identity(client), no_handshake, no_handshake);
  else if (!server.ring.party.identity)
    refuse(link, Side::server, why_no_identity(server), no_handshake, no_handshake);
  else if (outcome.client.verify_error != 0)
    refuse(link, Side::client, explain_server(outcome.client, client_judge, server, judging), outcome.client,
           outcome.server);
  else if (mutual && !client.ring.party.identity)
    refuse(link, Side::server, why_no_identity(client), outcome.server, outcome.client);
  else if (mutual && outcome.server.verify_error != 0)
    refuse(link, Side::server,
           explain_verification(outcome.server, server_judge, *client.ring.party.identity, judging.at, judging.zone),
           outcome.server, outcome.client);
  else
    break_off(link, outcome, mutual ? identity_of(client) : nullptr, identity_of(server));
  link.client_finished_first = link.refused_by == Side::server && outcome.client.finished_handshake;
}

}  // namespace

std::vector<Station> read_stations(lab::Lab& lab, const std::vector<Endpoint>& endpoints) {
  std::vector<Station> stations;
  for (const Endpoint& endpoint : endpoints) {
    const auto system = *lab.systems().find(endpoint.system);
    stations.push_back({system,
                        lab.database_of(system),
                        endpoint.stores ? read_stores(lab, system, endpoint)
                                        : racf::read_ring(lab, system, endpoint.ring, endpoint.label),
                        {},
                        endpoint.stores ? endpoint.stores->trust_store : std::string{}});
    choose_host(stations.back(), names_of(lab, endpoint));
    racf::RingContents& ring = stations.back().ring;
    if (std::string remark = twin::rests_on(ring); !remark.empty()) ring.remarks.push_back(std::move(remark));
  }
  return stations;
}

void take_outcome(Link& link, const crypto::HandshakeOutcome& outcome, Station& client, Station& server,
                  const Judging& judging) {
  link.trusted = outcome.trusted;
  link.host_note = outcome.host_note;
  if (!outcome.trusted) judge(link, outcome, client, server, judging);
}

// TLS uses random nonces of the operating system, but the report does not depend on them: the same rings give the same
// link.
void shake_hands(Link& link, Station& client, Station& server, const Judging& judging) {
  crypto::HandshakeOptions how;
  how.version = link.version;
  how.mutual = judging.options.mutual;
  how.at = judging.at;
  if (judging.options.verify_host) how.verify_host = server.host;
  const auto outcome = crypto::handshake(client.ring.party, server.ring.party, how, server.host);
  take_outcome(link, outcome, client, server, judging);
}

}  // namespace ringside::harness
