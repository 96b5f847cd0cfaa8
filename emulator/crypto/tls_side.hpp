// emulator/crypto/tls_side.hpp - one end of a handshake: its settings, its steps and what it found.
#pragma once

#include <string>

#include <openssl/ssl.h>

#include "emulator/crypto/handshake.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

class TlsSide {
 public:
  enum class Role { client, server };

  TlsSide(Role role, const Party& party, const HandshakeOptions& options);
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

 private:
  using OwnedContext = Owned<SSL_CTX, SSL_CTX_free>;
  using OwnedConnection = Owned<SSL, SSL_free>;

  void set_up(const Party& party, const HandshakeOptions& options);
  void set_up_identity(const Identity& identity);
  void set_up_verification(const Party& party, const HandshakeOptions& options);
  void set_up_host(const std::string& host);
  void fail();
  void settle(int status);
  static int on_verified(int good, X509_STORE_CTX* store);
  static void on_event(const SSL* connection, int where, int value);

  Role role_;
  OwnedContext context_;
  OwnedConnection connection_;
  SideResult result_;
  bool failed_ = false;
};

}  // namespace ringside::crypto
