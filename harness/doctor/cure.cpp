// harness/doctor/cure.cpp - finds the side of a refused link that needs a repair.
#include "harness/doctor/cure.hpp"

#include <algorithm>

#include "harness/doctor/cure_identity.hpp"
#include "harness/doctor/cure_verification.hpp"
#include "harness/trust/key_fitness.hpp"

namespace ringside::harness {
namespace {

/// Adds the command that shows the readers of the side's ring the present one, if they see an older one.
void refresh(const LinkSide& side, Remedy& remedy) {
  const RemedyLine line{RemedyLine::Kind::tso, side.station.system.name, side.station.ring.refresh};
  const bool is_told = std::any_of(remedy.lines.begin(), remedy.lines.end(), [&](const RemedyLine& other) {
    return other.system == line.system && other.text == line.text;
  });
  if (!line.text.empty() && !is_told) remedy.lines.push_back(line);
}

// Checks in the order of the handshake: a ring that cannot be read, a side without an identity, a refused certificate.
Cure cure_sides(LinkSide& client, LinkSide& server, const Link& link, bool mutual) {
  if (!client.station.ring.readable()) return cure_identity(client, link.reason);
  if (!server.station.ring.party.identity) return cure_identity(server, link.reason);
  // Either side may break off at a key that it cannot use, also at its own.
  const bool is_servers_key = link.reason == Reason::unsuitable_key &&
                              !is_fit_for_tls(server.station.ring.party.identity->key.public_key(), link.version);
  if (link.refused_by == Side::client || is_servers_key) return cure_verification(client, server, link.reason);
  if (mutual && !client.station.ring.party.identity) return cure_identity(client, link.reason);
  return cure_verification(server, client, link.reason);
}

}  // namespace

Cure cure_of(lab::Lab& lab, const TrustReport& report, const Link& link) {
  if (link.trusted) return {};
  const Endpoint& client = report.endpoints[link.client];
  const Endpoint& server = report.endpoints[link.server];
  auto stations = read_stations(lab, {client, server});
  LinkSide client_side{lab, report.options, client, stations[0]};
  LinkSide server_side{lab, report.options, server, stations[1]};
  Remedy refreshed{"let readers see the present rings", {}, true};
  for (const LinkSide* side : {&client_side, &server_side}) refresh(*side, refreshed);
  if (!refreshed.lines.empty()) return {{std::move(refreshed)}};
  return cure_sides(client_side, server_side, link, report.options.mutual);
}

}  // namespace ringside::harness
