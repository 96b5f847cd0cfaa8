// emulator/host/network.hpp - what a tool reaches from its host: the servers of the lab, and nothing else.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::host {

/// A server as it stands now.
struct Server {
  crypto::Party party;
  bool mutual = false;  ///< it insists on a client certificate
};

enum class NetworkError {
  unknown_host,  ///< the lab has no system of that name
  refused        ///< nobody listens there
};

class Network {
 public:
  virtual ~Network() = default;
  /// `host` as a client calls it: a system's name in any case, alone or with a domain, or "localhost".
  [[nodiscard]] virtual tl::expected<Server, NetworkError> reach(const std::string& host, unsigned port) = 0;
};

}  // namespace ringside::host
