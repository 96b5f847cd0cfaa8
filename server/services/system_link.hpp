// server/services/system_link.hpp - one z/OSMF instance calls another one over TLS, and says why it cannot.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "server/http/client.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// A link from the client's system to the server's. All that a call needs outside of the lab is copied.
struct SystemLink {
  lab::Lab& lab;
  std::mutex& in_lab;  ///< held by the thread that is inside of the lab
  std::string client, server;
  racf::RingName client_ring, server_ring;
  crypto::Party party;  ///< the anchors of the client's ring; it shows no certificate (rulings)
  http::Server address;
  base::Instant at{};
};

/// Sends a request over the link. The error is the response for the caller: OpenSSL's reason and, where the handshake
/// failed, RACF's with the commands that mend it. Takes `in_lab` for that.
tl::expected<http::Response, http::Response> call_over(const SystemLink& link, const std::string& target,
                                                       const http::Request& request);

}  // namespace ringside::services
