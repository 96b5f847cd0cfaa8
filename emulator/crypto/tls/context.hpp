// emulator/crypto/tls/context.hpp - the settings of one party in one role, for any number of handshakes.
#pragma once

#include <string>

#include <openssl/ssl.h>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/crypto/tls/library.hpp"

namespace ringside::crypto {

enum class TlsRole { client, server };

/// Allows old keys and curves, and turns session resumption off.
void set_lenient(SSL_CTX* context);

/// Sets the certificate, the key and the chain that this side sends. Returns false if OpenSSL does not accept them.
bool use_identity(SSL_CTX* context, TlsLibrary& library, const Identity& identity);

class TlsContext {
 public:
  /// Uses `mutual` and `at` of the options; version and host are set per connection. `library` must outlive this
  /// object.
  TlsContext(TlsLibrary& library, TlsRole role, const Party& party, const HandshakeOptions& options);
  TlsContext(const TlsContext&) = delete;
  TlsContext& operator=(const TlsContext&) = delete;

  [[nodiscard]] SSL_CTX* handle() const { return context_.get(); }
  [[nodiscard]] TlsRole role() const { return role_; }
  /// OpenSSL's reason if it does not accept the certificate or key of the party; empty if it does.
  [[nodiscard]] const std::string& identity_error() const { return identity_error_; }

 private:
  void set_up_verification(const Party& party, const HandshakeOptions& options);
  static int on_chain(X509_STORE_CTX* store, void* self);
  [[nodiscard]] base::Bytes name_of_chain(X509_STORE_CTX* store) const;

  TlsLibrary& library_;
  TlsRole role_;
  base::Bytes trust_set_;  ///< the other input of a verdict, besides the chain
  Owned<SSL_CTX, SSL_CTX_free> context_;
  std::string identity_error_;
};

}  // namespace ringside::crypto
