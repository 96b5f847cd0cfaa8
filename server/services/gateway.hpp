// server/services/gateway.hpp - requests that one z/OSMF instance passes on to another: the primary is the TLS client.
#pragma once

#include <mutex>
#include <string>

#include "emulator/crypto/tls/handshake.hpp"
#include "server/http/listener.hpp"
#include "server/services/served_ring.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// The instance as a client of other instances.
struct GatewayClient {
  const crypto::Party& party;  ///< what its ring gives
  std::mutex& in_lab;          ///< held by the thread that is inside of the lab
};

/// Whether the request is one to the services below /zosmf/gateway.
bool is_gateway(const http::Request& request);

/// The services of /zosmf/gateway: system, systems, sysplex, group and cpc ask other systems; logon and logoff log on
/// to one and off. Called inside of the lab; what it returns is not.
http::Answer gateway(const Call& call, const GatewayClient& client);

/// Passes the whole request on to the system that X-IBM-Target-System names, and returns its response. Called inside of
/// the lab; what it returns is not.
http::Answer forward(const Call& call, const GatewayClient& client, const std::string& target);

/// The answer of a server whose ring gives it no TLS: what is missing, and the commands that mend it.
http::Response ring_refusal(const std::string& system, const RingProblem& problem);

}  // namespace ringside::services
