// emulator/crypto/tls/side.cpp - one end of a handshake, step by step.
#include "emulator/crypto/tls/side.hpp"

#include <openssl/x509v3.h>

#include "emulator/crypto/certificates/certificate_state.hpp"

namespace ringside::crypto {

TlsSide::TlsSide(const TlsContext& context, const HandshakeOptions& options)
    : connection_(require(SSL_new(context.handle()), "SSL_new")) {
  SSL* connection = connection_.get();
  SSL_set_app_data(connection, this);
  const int most = options.any_version || options.version == TlsVersion::tls13 ? TLS1_3_VERSION : TLS1_2_VERSION;
  const int least = options.any_version ? TLS1_2_VERSION : most;
  require(SSL_set_min_proto_version(connection, least) == 1 && SSL_set_max_proto_version(connection, most) == 1,
          "TLS version");
  if (context.role() == TlsRole::client) {
    SSL_set_connect_state(connection);
    if (options.verify_host) set_up_host(*options.verify_host);
  } else {
    SSL_set_accept_state(connection);
  }
  if (!context.identity_error().empty()) {
    failed_ = true;
    result_.error = context.identity_error();
  }
}

void TlsSide::set_up_host(const std::string& host) {
  checks_host_ = true;
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

// Waiting for the peer is not a failure; every other result is one.
void TlsSide::settle(int status) {
  const int error = SSL_get_error(connection_.get(), status);
  if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) fail();
}

void TlsSide::fail() {
  failed_ = true;
  const std::string reason = take_openssl_error();
  if (result_.verify_error == 0 && result_.alert_received.empty() && result_.error.empty()) result_.error = reason;
}

TlsSide& TlsSide::of(X509_STORE_CTX* store) {
  const auto* connection = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  return *static_cast<TlsSide*>(SSL_get_app_data(connection));
}

void TlsSide::take(const TlsLibrary::Judgement& judgement) {
  if (judgement.error == X509_V_OK || result_.verify_error != 0) return;
  result_.verify_error = judgement.error;
  result_.verify_text = X509_verify_cert_error_string(judgement.error);
  result_.failed_subject = judgement.failed_subject;
}

int TlsSide::on_verified(int good, X509_STORE_CTX* store) {
  if (good == 1) return 1;
  const X509* certificate = X509_STORE_CTX_get_current_cert(store);
  const auto subject = certificate == nullptr ? std::nullopt : subject_of(certificate);
  of(store).take({X509_STORE_CTX_get_error(store), subject ? subject->listing() : std::string()});
  return 0;
}

void TlsSide::on_event(const SSL* connection, int where, int value) {
  const bool is_alert_from_peer = (where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT;
  if (!is_alert_from_peer || (value & 0xFF) == SSL_AD_CLOSE_NOTIFY) return;
  static_cast<TlsSide*>(SSL_get_app_data(connection))->result_.alert_received = SSL_alert_desc_string_long(value);
}

}  // namespace ringside::crypto
