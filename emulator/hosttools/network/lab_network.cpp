// emulator/hosttools/network/lab_network.cpp - finds the server of a host and port.
#include "emulator/hosttools/network/lab_network.hpp"

#include "base/text.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/agent/agent.hpp"
#include "emulator/hosttools/network/engine_store.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/lab/host_names.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"

namespace ringside::network {
namespace {

using Made = tl::expected<crypto::Party, std::string>;

Made agent_party(const host::Files& files, const database::Listener& listener, base::Instant now) {
  auto agent = agent::running_agent(files, listener.identity, now);
  if (!agent || !agent->party) return tl::unexpected("the agent of " + listener.identity + " does not run");
  return std::move(*agent->party);
}

/// Adds remarks on the ring, which also explain a ring that cannot be read.
Made ring_party(lab::Lab& lab, const database::SystemRecord& system, const database::Listener& listener,
                std::vector<std::string>& remarks) {
  const auto ring = racf::ring_name(listener.identity);
  if (!ring) return tl::unexpected(listener.identity + ": is not of the form OWNER/RING");
  auto contents = racf::read_ring(lab, system, *ring,
                                  listener.key.empty() ? std::nullopt : std::optional<std::string>(listener.key));
  remarks = std::move(contents.remarks);
  if (contents.problem != racf::IdentityProblem::none) {
    remarks.insert(remarks.begin(), contents.explanation);
    return tl::unexpected(base::join(remarks, "; "));
  }
  return std::move(contents.party);
}

tl::expected<base::Bytes, std::string> content(const host::Files& files, const std::string& path) {
  auto bytes = files.read(path);
  if (!bytes) return tl::unexpected(path + ": " + host::file_error_text(bytes.error()));
  return std::move(*bytes);
}

Made pem_party(const host::Files& files, const database::Listener& listener) {
  const auto shown = content(files, listener.identity);
  const auto kept = content(files, listener.key);
  if (!shown || !kept) return tl::unexpected(shown ? kept.error() : shown.error());
  auto certificates = openssl::certificates_in(*shown);
  if (certificates.empty()) return tl::unexpected(listener.identity + ": holds no certificate");
  auto key = crypto::read_key_file(*kept, base::Secret(listener.password));
  if (!key) return tl::unexpected(listener.key + ": " + key.error().detail);
  if (!key->matches(certificates.front().public_key()))
    return tl::unexpected(listener.key + ": is not the key of the certificate");
  crypto::Party party{crypto::Identity{certificates.front(), std::move(*key), certificates}, {}, false};
  if (listener.trust.empty()) return party;
  const auto trusted = content(files, listener.trust);
  if (!trusted) return tl::unexpected(trusted.error());
  party.anchors = openssl::certificates_in(*trusted);
  return party;
}

}  // namespace

std::optional<std::string> LabNetwork::system_of(const std::string& host) const {
  const std::string name = base::upper(host);
  if (name.empty() || name == "LOCALHOST" || name == "::1" || name.starts_with("127.")) return own_;
  if (auto named = lab::system_of_host(lab_, host)) return named;
  for (const std::string& candidate : {name, name.substr(0, name.find('.'))})
    if (lab_.systems().find(candidate)) return candidate;
  return std::nullopt;
}

tl::expected<host::Server, std::string> LabNetwork::server_of(const database::Listener& listener) {
  const auto system = lab_.systems().find(listener.system);
  if (!system) return tl::unexpected("the lab has no system " + listener.system);
  const host::LabFiles of_lab(lab_, *system, "root");
  const bool real = real_files_ != nullptr && listener.system == own_;
  const host::Files& files = real ? *real_files_ : static_cast<const host::Files&>(of_lab);
  std::vector<std::string> remarks;
  auto party = listener.kind == "agent"  ? agent_party(files, listener, lab_.now())
               : listener.kind == "ring" ? ring_party(lab_, *system, listener, remarks)
               : listener.kind == "pem"
                   ? pem_party(files, listener)
                   : engine_party(files, listener.identity, listener.trust, base::Secret(listener.password));
  if (!party) return tl::unexpected(party.error());
  return host::Server{std::move(*party), listener.mutual, std::move(remarks)};
}

tl::expected<host::Server, host::NetworkError> LabNetwork::reach(const std::string& host, unsigned port) {
  const auto system = system_of(host);
  if (!system) return tl::unexpected(host::NetworkError::unknown_host);
  const auto listener = lab_.listeners().find(*system, port);
  if (!listener) return tl::unexpected(host::NetworkError::refused);
  auto server = server_of(*listener);
  if (!server) return tl::unexpected(host::NetworkError::refused);  // such a server does not start
  return std::move(*server);
}

}  // namespace ringside::network
