// harness/trust/trust.hpp - who trusts whom: a real handshake for every ordered pair of servers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/lab/lab.hpp"
#include "harness/trust/endpoint.hpp"
#include "harness/trust/reason.hpp"

namespace ringside::harness {

struct TrustOptions {
  std::vector<crypto::TlsVersion> versions = {crypto::TlsVersion::tls12, crypto::TlsVersion::tls13};
  bool mutual = false;
  bool verify_host = false;
  bool with_itself = false;           ///< a server is also its own client
  unsigned threads = 0;               ///< 0: as many as there are processors and work for; the report is the same
  std::optional<base::Instant> at{};  ///< the moment at which handshakes are judged; the lab's if there is none
  std::string user = "IBMUSER";       ///< who would issue the commands of remedies
};

enum class Side { neither, client, server };

/// One handshake: what came of it, with the reason in RACF's words and in OpenSSL's.
struct Link {
  std::size_t client = 0, server = 0;  ///< places in TrustReport::endpoints
  crypto::TlsVersion version = crypto::TlsVersion::tls13;
  bool trusted = false;
  Side refused_by = Side::neither;
  Reason reason = Reason::trusted;
  std::string explanation;             ///< why, in RACF's terms; empty if trusted
  std::string openssl;                 ///< OpenSSL's words; empty if trusted
  std::string alert;                   ///< what the other side was told; empty if nothing
  bool client_finished_first = false;  ///< refused by the server after the client took the handshake for done (TLS 1.3)
  std::string host_note;               ///< what a check of the host name says that was not asked for
  std::string client_user{};           ///< mutual and trusted: as whom the client is logged on; empty if as nobody
  std::string client_user_reason{};    ///< why; empty unless mutual and trusted
};

struct TrustReport {
  std::vector<Endpoint> endpoints;
  TrustOptions options;
  std::vector<Link> links;           ///< by version, then client, then server
  std::vector<std::string> remarks;  ///< authority, weak keys and signatures, host names; each once
  base::Instant at{};                ///< when the handshakes were judged
  base::Zone zone{};                 ///< the lab's

  /// The link of a pair under one version; nullptr if it was not asked for.
  [[nodiscard]] const Link* find(std::size_t client, std::size_t server, crypto::TlsVersion version) const;
  [[nodiscard]] std::size_t refused() const;
};

/// Runs the handshakes at the moment of the options. The error is a sentence: an endpoint's system is not in the lab,
/// two endpoints have one name, or there are too many of them.
tl::expected<TrustReport, std::string> check_trust(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                                   const TrustOptions& options);

/// "TLS 1.2" or "TLS 1.3".
std::string to_string(crypto::TlsVersion version);

}  // namespace ringside::harness
