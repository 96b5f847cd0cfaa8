// emulator/crypto/tls/side.hpp - one end of a handshake: its steps and what it found.
#pragma once

#include <string>

#include <openssl/ssl.h>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/context.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

class TlsSide {
 public:
  /// A connection under the context's settings, with the version and the host of `options`.
  TlsSide(const TlsContext& context, const HandshakeOptions& options);
  TlsSide(const TlsSide&) = delete;
  TlsSide& operator=(const TlsSide&) = delete;

  /// Two memory pipes, as this side sees them.
  void connect(BIO* from_peer, BIO* to_peer);

  /// One attempt to go on with the handshake with what has arrived.
  void step();
  [[nodiscard]] bool is_running() const { return !failed_ && !result_.finished_handshake; }

  void send_octet();
  /// Reads what the peer sent after the handshake: its octet, or the alert by which it refused after all.
  void receive_octet();

  [[nodiscard]] const SideResult& result() const { return result_; }

  /// For the context's callbacks: the side whose peer is being verified, and what libssl tells of it.
  static TlsSide& of(X509_STORE_CTX* store);
  [[nodiscard]] bool checks_host() const { return checks_host_; }
  void take(const TlsLibrary::Judgement& judgement);
  static int on_verified(int good, X509_STORE_CTX* store);
  static void on_event(const SSL* connection, int where, int value);

 private:
  void set_up_host(const std::string& host);
  void fail();
  void settle(int status);

  Owned<SSL, SSL_free> connection_;
  SideResult result_;
  bool checks_host_ = false;
  bool failed_ = false;
};

/// One handshake with its octets each way; host_note is left empty.
HandshakeOutcome handshake(const TlsContext& client, const TlsContext& server, const HandshakeOptions& options);

}  // namespace ringside::crypto
