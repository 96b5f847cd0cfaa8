// server/http/tls_context.cpp - sets up libssl for connections of other programs: current ciphers, and no key stronger
// than the ring has.
#include "server/http/tls_context.hpp"

#include <algorithm>
#include <utility>

namespace ringside::http {
namespace {

constexpr int usual_level = 2;  // of Debian and Ubuntu

/// The highest security level at which OpenSSL accepts the key of a CA (SSL_CTX_set_security_level(3)).
int level_of(const crypto::Certificate& certificate) {
  constexpr int level_2_bits = 112, level_1_bits = 80;
  const int bits = EVP_PKEY_get_security_bits(X509_get0_pubkey(certificate.handle()));
  if (bits >= level_2_bits) return usual_level;
  return bits >= level_1_bits ? 1 : 0;
}

int level_of_anchors(const crypto::Party& party) {
  int level = usual_level;
  for (const crypto::Certificate& anchor : party.anchors) level = std::min(level, level_of(anchor));
  return level;
}

}  // namespace

TlsContext::TlsContext(Role role, const crypto::Party& party)
    : context_(crypto::require(
          SSL_CTX_new_ex(library_.handle(), nullptr, role == Role::client ? TLS_client_method() : TLS_server_method()),
          "SSL_CTX_new_ex")) {
  SSL_CTX* context = context_.get();
  crypto::set_lenient(context);  // its curves and its modes; ciphers and level are the usual ones
  crypto::require(SSL_CTX_set_cipher_list(context, "DEFAULT") == 1, "SSL_CTX_set_cipher_list");
  crypto::require(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1, "SSL_CTX_set_min_proto_version");
  trust(role, party);
}

void TlsContext::trust(Role role, const crypto::Party& party) {
  SSL_CTX* context = context_.get();
  SSL_CTX_set1_cert_store(context, library_.trust_set(party.anchors));
  if (party.any_anchor) X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_PARTIAL_CHAIN);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
  if (role == Role::client) return;
  for (const crypto::Certificate& anchor : party.anchors)
    crypto::require(SSL_CTX_add_client_CA(context, library_.certificate(anchor)) == 1, "SSL_CTX_add_client_CA");
}

tl::expected<std::shared_ptr<TlsContext>, std::string> TlsContext::make(Role role, const crypto::Party& party) {
  const crypto::CleanErrorQueue clean;
  std::string reason;
  for (int level = level_of_anchors(party); level >= 0; --level) {
    std::shared_ptr<TlsContext> made(new TlsContext(role, party));
    SSL_CTX_set_security_level(made->handle(), level);
    if (!party.identity || crypto::use_identity(made->handle(), made->library_, *party.identity)) return made;
    reason = crypto::take_openssl_error();
  }
  return tl::make_unexpected(std::move(reason));
}

}  // namespace ringside::http
