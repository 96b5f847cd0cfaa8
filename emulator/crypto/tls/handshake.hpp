// emulator/crypto/tls/handshake.hpp - a real TLS handshake between two parties in memory, seen from both sides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// The certificate of a party, its key, and the issuers that the party sends with it.
struct Identity {
  Certificate certificate;
  PrivateKey key;
  std::vector<Certificate> chain;
};

struct Party {
  std::optional<Identity> identity;  ///< a client may have none
  std::vector<Certificate> anchors;
  /// true: every anchor is trusted (System SSL, Java). false: only a self-signed anchor ends a path (OpenSSL's
  /// default).
  bool any_anchor = true;
};

enum class TlsVersion { tls12, tls13 };

struct HandshakeOptions {
  TlsVersion version = TlsVersion::tls13;
  bool mutual = false;                     ///< the server requires a client certificate
  base::Instant at{};                      ///< the time at which certificates must be valid
  std::optional<std::string> verify_host;  ///< if set, the server certificate must name this host
  bool any_version = false;                ///< allow any version from 1.2 on that both sides support
};

/// The result of one side.
struct SideResult {
  bool accepted = false;            ///< completed the handshake and then exchanged data without an alert
  bool finished_handshake = false;  ///< completed its own handshake; a TLS 1.3 client may be refused after that
  int verify_error = 0;             ///< X509_V_ERR_... for the peer's certificate; 0 if none
  std::string verify_text;          ///< OpenSSL's text for verify_error; empty if none
  std::string failed_subject;       ///< listing name of the certificate at which verification failed
  std::string alert_received;       ///< "unknown CA", ... if the peer sent one
  std::string error;                ///< OpenSSL's reason otherwise ("no shared cipher"), empty if none
};

struct HandshakeOutcome {
  bool trusted = false;  ///< both sides accepted
  SideResult client, server;
  std::string host_note;  ///< if verify_host is not set: what a check of the host name would say; else empty
};

/// The result of a host name check of the server certificate, in words. Returns "" if there is no name or no
/// certificate.
std::string host_note(const Party& server, const std::string& host);

/// Runs a handshake over memory BIOs, then sends one octet each way, so that a refusal after the client's Finished (TLS
/// 1.3) is noticed. The security level is 0, because old rings hold weak keys. `host_of_server` is used only for
/// host_note.
[[nodiscard]] HandshakeOutcome handshake(const Party& client, const Party& server, const HandshakeOptions& options,
                                         const std::string& host_of_server = {});

class TlsContext;

/// As above, between contexts that may serve several handshakes. Leaves host_note empty.
[[nodiscard]] HandshakeOutcome handshake(const TlsContext& client, const TlsContext& server,
                                         const HandshakeOptions& options);

}  // namespace ringside::crypto
