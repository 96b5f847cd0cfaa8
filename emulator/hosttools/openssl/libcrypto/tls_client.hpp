// emulator/crypto/tls/client.hpp - a client that looks at a server as `openssl s_client` does: it goes on after a
// certificate that it does not trust, and keeps all that it saw.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

struct TlsClientOptions {
  Party party;
  TlsVersion least = TlsVersion::tls12, most = TlsVersion::tls13;
  bool stop_at_error = false;  ///< -verify_return_error
  std::optional<int> depth;    ///< of -verify: errors above it are not forgiven
  bool check_time = true;
  base::Instant at{};
  std::string server_name;  ///< SNI; empty: none is sent
  std::string verify_host, verify_address;
  std::string data;      ///< what is sent after the handshake
  bool listens = false;  ///< reads on after the handshake, even if there is nothing to send
};

/// One call of the verification: a certificate of the path, and what is wrong with it.
struct VerifyStep {
  int depth = 0;
  bool good = true;
  int error = 0;     ///< also of a good step: what was forgiven before stays until another comes
  std::string text;  ///< OpenSSL's words for the error
  std::optional<Certificate> certificate;
  bool forgiven = false;  ///< the handshake goes on
};

/// What the client knows afterwards; of a handshake that broke off, what it knew by then.
struct TlsClientReport {
  bool finished = false;    ///< the handshake, as the client sees it
  bool saw_server = false;  ///< the server has answered
  std::vector<VerifyStep> steps;
  std::vector<Certificate> chain;   ///< as it was sent
  std::optional<Certificate> peer;  ///< the session's
  std::vector<DistinguishedName> acceptable;
  std::string certificate_types;  ///< "RSA sign, ECDSA sign"; TLS 1.2
  std::string requested_algorithms, shared_algorithms;
  std::string signing_digest, signature_type, temporary_key, point_formats;
  std::uint64_t octets_read = 0, octets_written = 0;
  long verify_result = 0;
  std::string verify_text;
  std::string verified_name;
  std::string cipher_version, cipher, protocol;  ///< "(NONE)" before there is one
  bool tls13 = true;
  bool secure_renegotiation = false;
  int key_bits = 0;
  std::string session;              ///< the text of the session; TLS 1.2
  std::vector<std::string> errors;  ///< OpenSSL's error queue, line by line, without places in its sources
  bool refused_later = false;       ///< under TLS 1.3: the server's alert came after the client was through
};

struct TlsVisit {
  TlsClientReport client;
  SideResult server;
};

/// A handshake in memory with such a client; then its data, and what the server says of it.
[[nodiscard]] TlsVisit visit_server(const TlsClientOptions& client, const Party& server, bool mutual);

}  // namespace ringside::crypto
