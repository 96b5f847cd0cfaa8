// harness/trust/station.hpp - a server of the trust matrix with the data for its handshakes, and one handshake.
#pragma once

#include <string>
#include <vector>

#include "emulator/database/security_database.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/endpoint.hpp"
#include "harness/trust/explain.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

struct Station {
  database::SystemRecord system;
  database::SecurityDatabase database;
  racf::RingContents ring;  ///< for key stores: the party and the problem
  std::string host;
  std::string trust_store;  ///< empty for a ring

  [[nodiscard]] Judge judge() { return {ring, database, trust_store}; }
};

/// Reads rings and key stores, in the order of the endpoints, whose systems must be in the lab.
std::vector<Station> read_stations(lab::Lab& lab, const std::vector<Endpoint>& endpoints);

/// When and how certificates are judged.
struct Judging {
  const TrustOptions& options;
  base::Instant at{};
  base::Zone zone{};
};

/// Sets the result of a handshake and its reason.
void take_outcome(Link& link, const crypto::HandshakeOutcome& outcome, Station& client, Station& server,
                  const Judging& judging);

/// Makes the handshake with the version `link.version` and sets its result. The same rings and moment give the same
/// link.
void shake_hands(Link& link, Station& client, Station& server, const Judging& judging);

}  // namespace ringside::harness
