// emulator/crypto/tls/context.cpp - sets up libssl as the emulated systems need it: any key strength, strict trust.
#include "emulator/crypto/tls/context.hpp"

#include <array>

#include <openssl/x509v3.h>

#include "emulator/crypto/tls/side.hpp"

namespace ringside::crypto {
namespace {

// Old rings hold old keys (rulings, "What a handshake means"), so weak ciphers are allowed. Ciphers without
// certificates are not.
constexpr const char* ciphers = "ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0";
// Under TLS 1.2 the curve of a certificate must be one of the groups, so every curve with a number is offered.
constexpr const char* groups =
    "X25519:P-256:P-384:P-521:X448:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1:P-224:P-192";

void add_hash(base::Bytes& name, const X509* certificate) {
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> hash{};
  unsigned length = 0;
  require(X509_digest(certificate, EVP_sha256(), hash.data(), &length) == 1, "X509_digest");
  name.insert(name.end(), hash.begin(), hash.begin() + length);
}

// A server that asks for a client certificate sends the names of the CAs that it accepts.
void name_authorities(SSL_CTX* context, const Party& party) {
  for (const Certificate& anchor : party.anchors)
    require(SSL_CTX_add_client_CA(context, anchor.handle()) == 1, "SSL_CTX_add_client_CA");
}

}  // namespace

void set_lenient(SSL_CTX* context) {
  SSL_CTX_set_security_level(context, 0);
  require(SSL_CTX_set_cipher_list(context, ciphers) == 1 && SSL_CTX_set1_groups_list(context, groups) == 1, "ciphers");
  SSL_CTX_set_dh_auto(context, 1);
  SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
  SSL_CTX_set_num_tickets(context, 0);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  // Sends only the chain of the identity. By default libssl would complete the chain from this side's own anchors.
  SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
}

bool use_identity(SSL_CTX* context, TlsLibrary& library, const Identity& identity) {
  bool taken = SSL_CTX_use_certificate(context, library.certificate(identity.certificate)) == 1 &&
               SSL_CTX_use_PrivateKey(context, library.key(identity.key)) == 1;
  for (const Certificate& issuer : identity.chain) {
    if (issuer == identity.certificate) continue;
    taken = taken && SSL_CTX_add1_chain_cert(context, library.certificate(issuer)) == 1;
  }
  return taken;
}

TlsContext::TlsContext(TlsLibrary& library, TlsRole role, const Party& party, const HandshakeOptions& options)
    : library_(library),
      role_(role),
      context_(require(SSL_CTX_new_ex(library.handle(), nullptr,
                                      role == TlsRole::client ? TLS_client_method() : TLS_server_method()),
                       "SSL_CTX_new_ex")) {
  SSL_CTX* context = context_.get();
  set_lenient(context);
  SSL_CTX_set_info_callback(context, &TlsSide::on_event);
  set_up_verification(party, options);
  const bool shows_identity = role_ == TlsRole::server || options.mutual;
  ERR_clear_error();
  if (shows_identity && party.identity && !use_identity(context, library_, *party.identity))
    identity_error_ = take_openssl_error();
  if (role_ == TlsRole::server && options.mutual) name_authorities(context, party);
}

void TlsContext::set_up_verification(const Party& party, const HandshakeOptions& options) {
  SSL_CTX* context = context_.get();
  SSL_CTX_set1_cert_store(context, library_.trust_set(party.anchors));
  X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(context);
  if (party.any_anchor) X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters, options.at.time_since_epoch().count());
  int mode = SSL_VERIFY_PEER;
  if (role_ == TlsRole::server)
    mode = options.mutual ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_NONE;
  SSL_CTX_set_verify(context, mode, &TlsSide::on_verified);
  SSL_CTX_set_cert_verify_callback(context, &TlsContext::on_chain, this);
  trust_set_ = {static_cast<std::uint8_t>(role_), static_cast<std::uint8_t>(party.any_anchor)};
  const base::Bytes anchors = name_of_anchors(party.anchors);
  trust_set_.insert(trust_set_.end(), anchors.begin(), anchors.end());
  trust_set_ = sha256(trust_set_);
}

base::Bytes TlsContext::name_of_chain(X509_STORE_CTX* store) const {
  base::Bytes name = trust_set_;
  add_hash(name, X509_STORE_CTX_get0_cert(store));
  const STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(store);
  for (int i = 0; i < sk_X509_num(sent); ++i) add_hash(name, sk_X509_value(sent, i));
  return name;
}

// The verdict on a chain is kept per trust set and used again, unless the host name must be checked too.
int TlsContext::on_chain(X509_STORE_CTX* store, void* self) {
  auto* context = static_cast<TlsContext*>(self);
  TlsSide& side = TlsSide::of(store);
  if (side.checks_host()) return X509_verify_cert(store) == 1 ? 1 : 0;
  const base::Bytes name = context->name_of_chain(store);
  if (const auto* known = context->library_.judgement(name)) {
    X509_STORE_CTX_set_error(store, known->error);
    side.take(*known);
    return known->error == X509_V_OK ? 1 : 0;
  }
  const bool holds = X509_verify_cert(store) == 1;
  const int error = X509_STORE_CTX_get_error(store);
  // Keeps only verdicts on the chain itself. A lack of memory, for instance, may not occur again.
  if (holds == (error == X509_V_OK)) context->library_.keep(name, {error, side.result().failed_subject});
  return holds ? 1 : 0;
}

}  // namespace ringside::crypto
