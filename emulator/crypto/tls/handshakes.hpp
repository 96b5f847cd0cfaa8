// emulator/crypto/tls/handshakes.hpp - many handshakes between the same parties, on threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

/// One handshake to run: the indices of both hosts, and a version.
struct Meeting {
  std::size_t client = 0, server = 0;
  TlsVersion version = TlsVersion::tls13;
};

struct MeetingOptions {
  bool mutual = false;
  base::Instant at{};
  bool verify_host = false;  ///< clients refuse a server whose certificate does not name its host
  unsigned threads = 0;      ///< 0: one per processor, but not more than the work needs
};

/// A party and the host name that clients use for it.
struct Host {
  const Party* party;
  std::string name;
};

/// Returns the outcome of every meeting, in the order of the meetings. The outcomes are those of handshake(), whatever
/// the number of threads. Each thread sets up a side once and verifies a chain against a trust set once.
[[nodiscard]] std::vector<HandshakeOutcome> handshakes(const std::vector<Host>& hosts,
                                                       const std::vector<Meeting>& meetings,
                                                       const MeetingOptions& options);

}  // namespace ringside::crypto
