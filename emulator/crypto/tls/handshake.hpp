// emulator/crypto/tls/handshake.hpp - a real TLS handshake between two parties in memory, seen from both sides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// The certificate that a party shows, its key, and the issuers that it sends along.
struct Identity {
  Certificate certificate;
  PrivateKey key;
  std::vector<Certificate> chain;
};

struct Party {
  std::optional<Identity> identity;  ///< a client may have none
  std::vector<Certificate> anchors;
  /// Anchors are trusted as they stand (System SSL, Java); otherwise only a self-signed one ends a path, as in programs
  /// that leave OpenSSL as it is.
  bool any_anchor = true;
};

enum class TlsVersion { tls12, tls13 };

struct HandshakeOptions {
  TlsVersion version = TlsVersion::tls13;
  bool mutual = false;                     ///< the server asks for and insists on a client certificate
  base::Instant at{};                      ///< the moment at which certificates are judged
  std::optional<std::string> verify_host;  ///< refuse a server certificate that does not name this host
  bool any_version = false;                ///< whatever both sides know, from 1.2 on
};

/// What one side found.
struct SideResult {
  bool accepted = false;  ///< it completed the handshake and afterwards exchanged data without an alert
  bool finished_handshake =
      false;                   ///< its own handshake completed; under TLS 1.3 a client may finish and then be refused
  int verify_error = 0;        ///< X509_V_ERR_... of the peer's certificate; 0 if none
  std::string verify_text;     ///< OpenSSL's words for it, empty if none
  std::string failed_subject;  ///< listing name of the certificate at which verification failed
  std::string alert_received;  ///< "unknown CA", ... if the peer sent one
  std::string error;           ///< OpenSSL's reason otherwise ("no shared cipher"), empty if none
};

struct HandshakeOutcome {
  bool trusted = false;  ///< both sides accepted
  SideResult client, server;
  std::string
      host_note;  ///< what a check of the host name would have said, if verify_host is not set; empty if unasked
};

/// What a check of the host's name would say of the server's certificate; empty if there is no name or no certificate.
std::string host_note(const Party& server, const std::string& host);

/// Runs the handshake over memory BIOs, then one octet of data each way, so that a refusal after the client's Finished
/// (TLS 1.3) is seen. Security level 0: old rings still speak. `host_of_server` is only looked at for host_note.
[[nodiscard]] HandshakeOutcome handshake(const Party& client, const Party& server, const HandshakeOptions& options,
                                         const std::string& host_of_server = {});

}  // namespace ringside::crypto
