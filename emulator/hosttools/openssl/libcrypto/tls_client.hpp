// emulator/hosttools/openssl/libcrypto/tls_client.hpp - a TLS client like `openssl s_client`: it goes on after a
// certificate that it does not trust, and records what it saw.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::openssl {

struct TlsClientOptions {
  crypto::Party party;
  crypto::TlsVersion least = crypto::TlsVersion::tls12, most = crypto::TlsVersion::tls13;
  bool stop_at_error = false;  ///< -verify_return_error
  std::optional<int> depth;    ///< of -verify: errors at a greater depth end the handshake
  bool check_time = true;
  base::Instant at{};
  std::string server_name;  ///< SNI; empty: not sent
  std::string verify_host, verify_address;
  std::string data;      ///< sent after the handshake
  bool listens = false;  ///< reads after the handshake, even without data to send
};

/// One call of the verification callback: a certificate of the path, and its error.
struct VerifyStep {
  int depth = 0;
  bool good = true;
  int error = 0;     ///< a good step repeats the last error that was forgiven
  std::string text;  ///< OpenSSL's text for the error
  std::optional<crypto::Certificate> certificate;
  bool forgiven = false;  ///< the handshake goes on
};

/// What the client knows at the end, also if the handshake failed.
struct TlsClientReport {
  bool finished = false;    ///< the client completed the handshake
  bool saw_server = false;  ///< the server has answered
  std::vector<VerifyStep> steps;
  std::vector<crypto::Certificate> chain;   ///< as sent by the server
  std::optional<crypto::Certificate> peer;  ///< the certificate of the session
  std::vector<crypto::DistinguishedName> acceptable;
  std::string certificate_types;  ///< "RSA sign, ECDSA sign"; TLS 1.2
  std::string requested_algorithms, shared_algorithms;
  std::string signing_digest, signature_type, temporary_key, point_formats;
  std::uint64_t octets_read = 0, octets_written = 0;
  long verify_result = 0;
  std::string verify_text;
  std::string verified_name;
  std::string cipher_version, cipher, protocol;  ///< "(NONE)" if there is none yet
  bool tls13 = true;
  bool secure_renegotiation = false;
  int key_bits = 0;
  std::string session;              ///< OpenSSL's text of the session; TLS 1.2
  std::vector<std::string> errors;  ///< the lines of OpenSSL's error queue, without source files
  bool refused_later = false;       ///< TLS 1.3: the alert of the server came after the client had finished
};

struct TlsVisit {
  TlsClientReport client;
  crypto::SideResult server;
};

/// Runs a handshake with this client in memory, then sends its data and reads the answer of the server.
[[nodiscard]] TlsVisit visit_server(const TlsClientOptions& client, const crypto::Party& server, bool mutual);

}  // namespace ringside::openssl
