// emulator/host/network.hpp - the network of a tool: the servers of the lab, and nothing else.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::host {

/// A server with its present certificates.
struct Server {
  crypto::Party party;
  bool mutual = false;                 ///< it requires a client certificate
  std::vector<std::string> remarks{};  ///< on its key ring
};

enum class NetworkError {
  unknown_host,  ///< the lab has no system with this name
  refused        ///< no server listens on the port
};

class Network {
 public:
  virtual ~Network() = default;
  /// The server at a port. `host` is the name of a system in upper or lower case, with or without a domain, or
  /// "localhost".
  [[nodiscard]] virtual tl::expected<Server, NetworkError> reach(const std::string& host, unsigned port) = 0;
};

}  // namespace ringside::host
