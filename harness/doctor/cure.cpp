// harness/doctor/cure.cpp - finds the side of a refused link that needs a repair.
#include "harness/doctor/cure.hpp"

#include "harness/doctor/cure_identity.hpp"
#include "harness/doctor/cure_verification.hpp"

namespace ringside::harness {
namespace {

// Checks in the order of the handshake: a ring that cannot be read, a side without an identity, a refused certificate.
Cure cure_sides(LinkSide& client, LinkSide& server, const Link& link, bool mutual) {
  if (!client.station.ring.readable()) return cure_identity(client, link.reason);
  if (!server.station.ring.party.identity) return cure_identity(server, link.reason);
  if (link.refused_by == Side::client) return cure_verification(client, server, link.reason);
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
  return cure_sides(client_side, server_side, link, report.options.mutual);
}

}  // namespace ringside::harness
