// emulator/crypto/tls/handshakes.hpp - many handshakes between the same parties, on threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

/// One handshake to be made: places of the parties, and a version.
struct Meeting {
  std::size_t client = 0, server = 0;
  TlsVersion version = TlsVersion::tls13;
};

struct MeetingOptions {
  bool mutual = false;
  base::Instant at{};
  bool verify_host = false;  ///< clients refuse a server whose certificate does not name its host
  unsigned threads = 0;      ///< 0: as many as there are processors and work for
};

/// A party with the name under which clients reach it.
struct Host {
  const Party* party;
  std::string name;
};

/// Every meeting's outcome, in the order of the meetings; the same as handshake() gives for each, whatever the threads.
/// Each meeting is a handshake of its own; what its sides need is set up once for a thread, and a chain that a thread
/// has judged against a trust set is not judged again.
[[nodiscard]] std::vector<HandshakeOutcome> handshakes(const std::vector<Host>& hosts,
                                                       const std::vector<Meeting>& meetings,
                                                       const MeetingOptions& options);

}  // namespace ringside::crypto
