// emulator/hosttools/openssl/libcrypto/tls_client.cpp - a handshake whose client goes on after verification errors.
#include "emulator/hosttools/openssl/libcrypto/tls_client.hpp"

#include <openssl/x509v3.h>

#include "emulator/crypto/tls/side.hpp"
#include "emulator/hosttools/openssl/libcrypto/tls_facts.hpp"

namespace ringside::openssl {
namespace {

using crypto::accept;
using crypto::Certificate;
using crypto::certificate_of;
using crypto::CleanErrorQueue;
using crypto::HandshakeOptions;
using crypto::Owned;
using crypto::Party;
using crypto::require;
using crypto::set_lenient;
using crypto::TlsContext;
using crypto::TlsLibrary;
using crypto::TlsRole;
using crypto::TlsSide;
using crypto::TlsVersion;

int protocol_of(TlsVersion version) {
  return version == TlsVersion::tls12 ? TLS1_2_VERSION : TLS1_3_VERSION;
}

class Client {
 public:
  Client(const TlsClientOptions& options, TlsLibrary& library)
      : options_(options), context_(require(SSL_CTX_new(TLS_client_method()), "SSL_CTX_new")) {
    SSL_CTX* context = context_.get();
    set_lenient(context);
    require(SSL_CTX_set_min_proto_version(context, protocol_of(options.least)) == 1 &&
                SSL_CTX_set_max_proto_version(context, protocol_of(options.most)) == 1,
            "TLS version");
    if (options.party.identity)
      accept(crypto::use_identity(context, library, *options.party.identity),
             "the client's certificate cannot be used");
    set_up_verification();
    connection_.reset(require(SSL_new(context), "SSL_new"));
    SSL_set_app_data(connection_.get(), this);
    SSL_set_connect_state(connection_.get());
    set_up_names();
  }

  void connect(BIO* from_peer, BIO* to_peer) {
    require(BIO_up_ref(from_peer) == 1 && BIO_up_ref(to_peer) == 1, "BIO_up_ref");
    SSL_set_bio(connection_.get(), from_peer, to_peer);
  }
  [[nodiscard]] bool is_running() const { return !failed_ && !report_.finished; }

  void step() {
    if (!is_running()) return;
    ERR_clear_error();
    const int status = SSL_do_handshake(connection_.get());
    if (status == 1)
      report_.finished = true;
    else
      settle(status);
    report_.saw_server = report_.saw_server || SSL_get_state(connection_.get()) != TLS_ST_CW_CLNT_HELLO;
    if (!is_running()) read_tls_facts(connection_.get(), options_.at, report_);
  }

  void send(const std::string& data) {
    if (!data.empty()) SSL_write(connection_.get(), data.data(), static_cast<int>(data.size()));
  }
  void receive() {
    ERR_clear_error();
    std::uint8_t octet = 0;
    const int status = SSL_read(connection_.get(), &octet, 1);
    if (status != 1) settle(status);
    report_.refused_later = failed_;
  }
  void finish() { SSL_shutdown(connection_.get()); }
  [[nodiscard]] TlsClientReport& report() { return report_; }

 private:
  void set_up_verification() {
    X509_STORE* store = SSL_CTX_get_cert_store(context_.get());
    for (const Certificate& anchor : options_.party.anchors)
      require(X509_STORE_add_cert(store, anchor.handle()) == 1, "X509_STORE_add_cert");
    X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(context_.get());
    if (options_.party.any_anchor) X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    if (options_.check_time)
      X509_VERIFY_PARAM_set_time(parameters, options_.at.time_since_epoch().count());
    else
      X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_NO_CHECK_TIME);
    if (!options_.verify_host.empty())
      X509_VERIFY_PARAM_set1_host(parameters, options_.verify_host.c_str(), options_.verify_host.size());
    if (!options_.verify_address.empty()) X509_VERIFY_PARAM_set1_ip_asc(parameters, options_.verify_address.c_str());
    // SSL_VERIFY_NONE as in s_client. The callback decides whether the handshake goes on after an error.
    SSL_CTX_set_verify(context_.get(), options_.stop_at_error ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, &Client::on_step);
  }
  void set_up_names() {
    if (options_.server_name.empty()) return;
    std::string name = options_.server_name;  // SSL_ctrl takes a pointer that is not const
    accept(SSL_ctrl(connection_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1,
           "Unable to set TLS servername extension");
  }
  void settle(int status) {
    const int error = SSL_get_error(connection_.get(), status);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE || error == SSL_ERROR_ZERO_RETURN) return;
    failed_ = true;
    for (std::string& line : take_error_lines()) report_.errors.push_back(std::move(line));
  }

  static int on_step(int good, X509_STORE_CTX* store) {
    const auto* connection = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* client = static_cast<Client*>(SSL_get_app_data(connection));
    VerifyStep step;
    step.depth = X509_STORE_CTX_get_error_depth(store);
    if (const X509* certificate = X509_STORE_CTX_get_current_cert(store))
      step.certificate = certificate_of(certificate);
    step.good = good == 1;
    step.error = X509_STORE_CTX_get_error(store);
    step.text = X509_verify_cert_error_string(step.error);
    const bool shallow = !client->options_.depth || *client->options_.depth >= step.depth;
    step.forgiven = good == 1 || (shallow && !client->options_.stop_at_error);
    client->report_.steps.push_back(std::move(step));
    return client->report_.steps.back().forgiven ? 1 : 0;
  }

  const TlsClientOptions& options_;
  Owned<SSL_CTX, SSL_CTX_free> context_;
  Owned<SSL, SSL_free> connection_;
  TlsClientReport report_;
  bool failed_ = false;
};

}  // namespace

TlsVisit visit_server(const TlsClientOptions& options, const Party& party, bool mutual) {
  const CleanErrorQueue clean;
  HandshakeOptions server_options;
  server_options.any_version = true;
  server_options.mutual = mutual;
  server_options.at = options.at;
  TlsLibrary library(TlsLibrary::Kind::shared);
  const TlsContext context(library, TlsRole::server, party, server_options);
  TlsSide server(context, server_options);
  Client client(options, library);
  crypto::shake_hands(client, server);
  if (client.report().finished) {
    client.send(options.data);
    if (server.result().finished_handshake) server.receive_octet();
    if (options.listens || !options.data.empty()) client.receive();
    client.finish();
  }
  return {std::move(client.report()), server.result()};
}

}  // namespace ringside::openssl
