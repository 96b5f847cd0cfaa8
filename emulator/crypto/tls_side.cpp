// emulator/crypto/tls_side.cpp - libssl set up as the emulated systems need it: lenient on strength, strict on trust.
#include "emulator/crypto/tls_side.hpp"

#include <openssl/x509v3.h>

namespace ringside::crypto {
namespace {

// Old rings hold old keys (rulings, "What a handshake means"); but a peer without a certificate must never get through.
constexpr const char* ciphers = "ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0";
// Under TLS 1.2 the curve of a certificate must be among the groups, so all that have a number are offered.
constexpr const char* groups =
    "X25519:P-256:P-384:P-521:X448:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1:P-224:P-192";

std::string subject_of(const X509* certificate) {
  std::uint8_t* der = nullptr;
  const int length = i2d_X509_NAME(X509_get_subject_name(certificate), &der);
  if (length <= 0) return {};
  const auto name = DistinguishedName::from_der(base::ByteView(der, static_cast<std::size_t>(length)));
  OPENSSL_free(der);
  return name ? name->listing() : std::string();
}

}  // namespace

TlsSide::TlsSide(Role role, const Party& party, const HandshakeOptions& options)
    : role_(role),
      context_(require(SSL_CTX_new(role == Role::client ? TLS_client_method() : TLS_server_method()), "SSL_CTX_new")) {
  set_up(party, options);
  connection_.reset(require(SSL_new(context_.get()), "SSL_new"));
  SSL_set_app_data(connection_.get(), this);
  if (role_ == Role::client) {
    SSL_set_connect_state(connection_.get());
    if (options.verify_host) set_up_host(*options.verify_host);
  } else {
    SSL_set_accept_state(connection_.get());
  }
}

void TlsSide::set_up(const Party& party, const HandshakeOptions& options) {
  SSL_CTX* context = context_.get();
  const int version = options.version == TlsVersion::tls12 ? TLS1_2_VERSION : TLS1_3_VERSION;
  SSL_CTX_set_security_level(context, 0);
  require(SSL_CTX_set_min_proto_version(context, version) == 1 && SSL_CTX_set_max_proto_version(context, version) == 1,
          "TLS version");
  require(SSL_CTX_set_cipher_list(context, ciphers) == 1 && SSL_CTX_set1_groups_list(context, groups) == 1, "ciphers");
  SSL_CTX_set_dh_auto(context, 1);
  SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
  SSL_CTX_set_num_tickets(context, 0);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  // Only what the identity brings is sent: libssl would otherwise fill the chain up from this side's own anchors.
  SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
  SSL_CTX_set_info_callback(context, &TlsSide::on_event);
  set_up_verification(party, options);
  const bool shows_identity = role_ == Role::server || options.mutual;
  if (shows_identity && party.identity) set_up_identity(*party.identity);
}

void TlsSide::set_up_identity(const Identity& identity) {
  SSL_CTX* context = context_.get();
  bool taken = SSL_CTX_use_certificate(context, identity.certificate.handle()) == 1 &&
               SSL_CTX_use_PrivateKey(context, identity.key.handle()) == 1;
  for (const Certificate& issuer : identity.chain) {
    if (issuer == identity.certificate) continue;
    taken = taken && SSL_CTX_add1_chain_cert(context, issuer.handle()) == 1;
  }
  if (!taken) fail();
}

void TlsSide::set_up_verification(const Party& party, const HandshakeOptions& options) {
  SSL_CTX* context = context_.get();
  X509_STORE* store = SSL_CTX_get_cert_store(context);
  for (const Certificate& anchor : party.anchors) {
    require(X509_STORE_add_cert(store, anchor.handle()) == 1, "X509_STORE_add_cert");
  }
  X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(context);
  if (party.any_anchor) X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters, options.at.time_since_epoch().count());
  int mode = SSL_VERIFY_PEER;
  if (role_ == Role::server)
    mode = options.mutual ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_NONE;
  SSL_CTX_set_verify(context, mode, &TlsSide::on_verified);
}

void TlsSide::set_up_host(const std::string& host) {
  X509_VERIFY_PARAM* parameters = SSL_get0_param(connection_.get());
  const bool is_address = X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1;
  ERR_clear_error();
  if (!is_address) require(SSL_set1_host(connection_.get(), host.c_str()) == 1, "SSL_set1_host");
}

void TlsSide::connect(BIO* from_peer, BIO* to_peer) {
  require(BIO_up_ref(from_peer) == 1 && BIO_up_ref(to_peer) == 1, "BIO_up_ref");
  SSL_set_bio(connection_.get(), from_peer, to_peer);
}

void TlsSide::step() {
  if (!is_running()) return;
  ERR_clear_error();
  const int status = SSL_do_handshake(connection_.get());
  if (status == 1) {
    result_.finished_handshake = true;
  } else {
    settle(status);
  }
}

void TlsSide::send_octet() {
  ERR_clear_error();
  const int status = SSL_write(connection_.get(), "R", 1);
  if (status != 1) settle(status);
}

void TlsSide::receive_octet() {
  ERR_clear_error();
  char octet = 0;
  const int status = SSL_read(connection_.get(), &octet, 1);
  if (status != 1) settle(status);
  result_.accepted = status == 1 && !failed_;
}

// Waiting for the peer is no failure; anything else is.
void TlsSide::settle(int status) {
  const int error = SSL_get_error(connection_.get(), status);
  if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) fail();
}

void TlsSide::fail() {
  failed_ = true;
  const std::string reason = take_openssl_error();
  if (result_.verify_error == 0 && result_.alert_received.empty() && result_.error.empty()) result_.error = reason;
}

int TlsSide::on_verified(int good, X509_STORE_CTX* store) {
  if (good == 1) return 1;
  const auto* connection = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  auto* side = static_cast<TlsSide*>(SSL_get_app_data(connection));
  SideResult& result = side->result_;
  if (result.verify_error != 0) return 0;
  result.verify_error = X509_STORE_CTX_get_error(store);
  result.verify_text = X509_verify_cert_error_string(result.verify_error);
  if (const X509* certificate = X509_STORE_CTX_get_current_cert(store)) result.failed_subject = subject_of(certificate);
  return 0;
}

void TlsSide::on_event(const SSL* connection, int where, int value) {
  const bool is_alert_from_peer = (where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT;
  if (!is_alert_from_peer || (value & 0xFF) == SSL_AD_CLOSE_NOTIFY) return;
  static_cast<TlsSide*>(SSL_get_app_data(connection))->result_.alert_received = SSL_alert_desc_string_long(value);
}

}  // namespace ringside::crypto
