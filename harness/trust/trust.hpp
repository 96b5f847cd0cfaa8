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
  bool with_itself = false;           ///< whether a server is also its own client
  unsigned threads = 0;               ///< 0: as many as useful; the report does not depend on it
  std::optional<base::Instant> at{};  ///< the moment of the handshakes; the lab's if missing
  std::string user = "IBMUSER";       ///< the user who issues the commands of remedies
  std::string lab_file{};             ///< for the ringside commands of remedies: --lab; empty: they have none
};

enum class Side { neither, client, server };

/// The result of one handshake, with the reason in RACF's words and in OpenSSL's.
struct Link {
  std::size_t client = 0, server = 0;  ///< indexes of TrustReport::endpoints
  crypto::TlsVersion version = crypto::TlsVersion::tls13;
  bool trusted = false;
  Side refused_by = Side::neither;
  Reason reason = Reason::trusted;
  std::string explanation;             ///< why, in RACF's terms; empty if trusted
  std::string openssl;                 ///< OpenSSL's words; empty if trusted
  std::string alert;                   ///< the TLS alert that the other side received; empty if none
  bool client_finished_first = false;  ///< the server refused after the client had finished (TLS 1.3)
  std::string host_note;               ///< result of a check of the host name that the options do not ask for
  std::string client_user{};           ///< mutual and trusted: the user that the client logs on as; empty if none
  std::string client_user_reason{};    ///< why; empty unless mutual and trusted
};

struct TrustReport {
  std::vector<Endpoint> endpoints;
  TrustOptions options;
  std::vector<Link> links;           ///< by version, then client, then server
  std::vector<std::string> remarks;  ///< on authority, weak keys and signatures, host names; each once
  base::Instant at{};                ///< when the handshakes were judged
  base::Zone zone{};                 ///< the lab's

  /// The link of a pair under one version; nullptr if no handshake was made.
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
