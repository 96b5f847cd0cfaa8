// harness/trust/endpoint.hpp - a server for the trust matrix: a system and the ring or key stores that it reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/secret.hpp"
#include "emulator/hosttools/network/engine_store.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"

namespace ringside::harness {

struct Endpoint {
  std::string name;  ///< in matrices; name_endpoints() chooses one if it is empty
  std::string system;
  racf::RingName ring;
  std::optional<std::string> label{};  ///< the certificate to show instead of the ring's default or the first key
  std::string host{};                  ///< the name under which clients reach it; the system's name if empty
  std::optional<network::KeyStores> stores{};  ///< instead of the ring
};

/// Reads "SYSTEM:OWNER/RING", or "OWNER/RING" on `default_system`. The error is a sentence for the user.
tl::expected<Endpoint, std::string> parse_endpoint(const std::string& text, const std::string& default_system);

/// "SYSTEM:OWNER/RING", or "SYSTEM:/PATH" of the key store, with "(label)" if the endpoint names a certificate.
std::string full_name(const Endpoint& endpoint);

/// Every ring with members, sorted by system name and then in the order of creation.
std::vector<Endpoint> all_endpoints(lab::Lab& lab);
/// Every ring without members, in the same order: all_endpoints() leaves them out.
std::vector<Endpoint> empty_rings(lab::Lab& lab);

/// Names the endpoints without a name: the system's name if it is unique, else the full name.
void name_endpoints(std::vector<Endpoint>& endpoints);

}  // namespace ringside::harness
