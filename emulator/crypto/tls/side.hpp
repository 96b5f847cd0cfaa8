// emulator/crypto/tls/side.hpp - one side of a handshake: its steps and its result.
#pragma once

#include <string>

#include <openssl/ssl.h>

#include "base/limits.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/context.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

class TlsSide {
 public:
  /// A connection with the settings of the context, and with the version and host of `options`.
  TlsSide(const TlsContext& context, const HandshakeOptions& options);
  TlsSide(const TlsSide&) = delete;
  TlsSide& operator=(const TlsSide&) = delete;

  /// Sets the two memory pipes, from the view of this side.
  void connect(BIO* from_peer, BIO* to_peer);

  /// Continues the handshake with the octets that have arrived.
  void step();
  [[nodiscard]] bool is_running() const { return !failed_ && !result_.finished_handshake; }

  void send_octet();
  /// Reads what the peer sent after the handshake: its octet, or the alert of a late refusal.
  void receive_octet();

  [[nodiscard]] const SideResult& result() const { return result_; }

  /// For the callbacks of TlsContext: the side whose peer is verified, and the events of libssl.
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

/// Connects a client (a TlsSide or alike) with a server and runs the handshake until both ends have finished or failed.
/// A side that failed has sent its alert, so the other side gets one more turn to read it. A turn without new octets
/// ends the handshake. The two pipes live as long as the connections.
template <typename Client>
void shake_hands(Client& client, TlsSide& server) {
  const OwnedBio to_server = memory_bio();
  const OwnedBio to_client = memory_bio();
  client.connect(to_client.get(), to_server.get());
  server.connect(to_server.get(), to_client.get());
  for (std::size_t turn = 0; turn < base::limits::handshake_turns; ++turn) {
    client.step();
    server.step();
    if (!client.is_running() && !server.is_running()) return;
    if (BIO_pending(to_server.get()) == 0 && BIO_pending(to_client.get()) == 0) return;
  }
}

}  // namespace ringside::crypto
