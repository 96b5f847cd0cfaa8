// server/http/tls_context.hpp - what one side of a connection shows and trusts, for libssl.
#pragma once

#include <memory>
#include <string>

#include <openssl/ssl.h>
#include <tl/expected.hpp>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/context.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::http {

/// Certificate, key, chain and anchors of a party. The chain that is sent is that of the party and no other. It may be
/// used by several threads at once.
class TlsContext {
 public:
  using Role = crypto::TlsRole;

  /// A server asks for a client certificate and needs none; one that it is shown must be signed by an anchor. The
  /// security level of OpenSSL is the highest of 2, 1 and 0 at which the certificates of the party can be used. Fails
  /// with OpenSSL's reason if it does not accept the certificate or the key.
  static tl::expected<std::shared_ptr<TlsContext>, std::string> make(Role role, const crypto::Party& party);

  [[nodiscard]] SSL_CTX* handle() const { return context_.get(); }
  [[nodiscard]] int security_level() const { return SSL_CTX_get_security_level(context_.get()); }

 private:
  TlsContext(Role role, const crypto::Party& party);
  void trust(Role role, const crypto::Party& party);

  // OpenSSL keeps state of a library context for each thread that used it until that thread ends. The threads of a
  // server live longer than the contexts of a ring that changes, so these use the context that lives longest.
  crypto::TlsLibrary library_{crypto::TlsLibrary::Kind::shared};
  crypto::Owned<SSL_CTX, SSL_CTX_free> context_;
};

}  // namespace ringside::http
