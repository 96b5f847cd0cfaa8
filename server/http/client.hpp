// server/http/client.hpp - a request to another server over TLS, as a party that shows and trusts what its ring holds.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "base/time.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "server/http/limits.hpp"
#include "server/http/message.hpp"

namespace ringside::http {

struct Server {
  std::string address = "127.0.0.1";
  unsigned short port = 0;
};

/// Why there is no response.
struct CallFailure {
  std::string reason;   ///< of OpenSSL or of the operating system
  bool in_tls = false;  ///< the handshake failed
};

/// Sends a request and waits for the response. `target` is the request's target as it is sent, "/zosmf/info?a=b"; the
/// request's path, query and addresses are not used. `at` is the time at which the server's certificate must be valid.
/// The host name of the server is not checked.
tl::expected<Response, CallFailure> call(const Server& server, const std::string& target, const Request& request,
                                         const crypto::Party& client, base::Instant at,
                                         const ClientLimits& limits = {});

}  // namespace ringside::http
