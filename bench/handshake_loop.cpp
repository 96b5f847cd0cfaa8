// bench/handshake_loop.cpp - TLS 1.3 handshakes of every ordered pair of N servers by OpenSSL alone: what `ringside
// trust` is measured against.
//
//   handshake_loop SERVERS THREADS    prints handshakes a second, all that they need made beforehand
//
// RSA-2048 servers below one RSA-2048 CA, both sides show a certificate, memory pipes, one octet each way afterwards,
// no tickets; a library context, the keys and a context for each server and role of their own for each thread.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace {

using ringside::base::Bytes;

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <typename T, auto Free>
using Owned = std::unique_ptr<T, FreeWith<Free>>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using Context = Owned<SSL_CTX, SSL_CTX_free>;
using Library = Owned<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

/// A certificate and its key in DER, for every thread's own library.
struct Identity {
  Bytes certificate, key;
};

template <typename Object>
Bytes der_of(const Object* object, int (*encode)(const Object*, unsigned char**)) {
  Bytes der(static_cast<std::size_t>(encode(object, nullptr)));
  unsigned char* at = der.data();
  encode(object, &at);
  return der;
}

Bytes new_key() {
  const ringside::crypto::KeySpec spec{ringside::crypto::KeyType::rsa, 2048};
  return ringside::crypto::generate_key(spec, ringside::crypto::SystemRandomness()).pkcs8();
}

Key decode_key(const Bytes& der, OSSL_LIB_CTX* library) {
  const unsigned char* at = der.data();
  return Key(d2i_AutoPrivateKey_ex(nullptr, &at, static_cast<long>(der.size()), library, nullptr));
}

struct Authority {
  Key key = decode_key(new_key(), nullptr);
  Certificate certificate = make("Peer CA", key.get(), nullptr, key.get());

  static Certificate make(const std::string& name, EVP_PKEY* key, X509* issuer, EVP_PKEY* signer) {
    Certificate made(X509_new());
    X509_NAME* subject = X509_get_subject_name(made.get());
    require(X509_set_version(made.get(), X509_VERSION_3) == 1 &&
                ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1) == 1 &&
                X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                           reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0) == 1 &&
                X509_set_issuer_name(made.get(), issuer == nullptr ? subject : X509_get_subject_name(issuer)) == 1 &&
                X509_gmtime_adj(X509_getm_notBefore(made.get()), -86400) != nullptr &&
                X509_gmtime_adj(X509_getm_notAfter(made.get()), 86400L * 365) != nullptr &&
                X509_set_pubkey(made.get(), key) == 1,
            "certificate");
    if (issuer == nullptr) {
      const Owned<X509_EXTENSION, X509_EXTENSION_free> ca(
          X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, "critical,CA:TRUE"));
      require(X509_add_ext(made.get(), ca.get(), -1) == 1, "extension");
    }
    require(X509_sign(made.get(), signer, EVP_sha256()) > 0, "signature");
    return made;
  }
};

std::vector<Identity> make_servers(const Authority& authority, std::size_t count) {
  std::vector<Identity> servers;
  for (std::size_t n = 0; n < count; ++n) {
    Bytes der = new_key();
    const Key key = decode_key(der, nullptr);
    const auto certificate =
        Authority::make(fmt::format("server {}", n), key.get(), authority.certificate.get(), authority.key.get());
    servers.push_back({der_of(certificate.get(), i2d_X509), std::move(der)});
  }
  return servers;
}

Certificate decode(const Bytes& der, OSSL_LIB_CTX* library) {
  X509* made = X509_new_ex(library, nullptr);
  const unsigned char* at = der.data();
  require(d2i_X509(&made, &at, static_cast<long>(der.size())) != nullptr, "d2i_X509");
  return Certificate(made);
}

/// The contexts of one thread.
class Room {
 public:
  Room(const std::vector<Identity>& servers, const Bytes& anchor) {
    const Certificate trusted = decode(anchor, library_.get());
    for (const Identity& server : servers) {
      clients_.push_back(make_context(TLS_client_method(), server, trusted.get()));
      servers_.push_back(make_context(TLS_server_method(), server, trusted.get()));
    }
  }

  void meet(std::size_t client_at, std::size_t server_at) const {
    const Owned<SSL, SSL_free> client(SSL_new(clients_[client_at].get()));
    const Owned<SSL, SSL_free> server(SSL_new(servers_[server_at].get()));
    BIO* to_server = BIO_new(BIO_s_mem());
    BIO* to_client = BIO_new(BIO_s_mem());
    BIO_up_ref(to_server);
    BIO_up_ref(to_client);
    SSL_set_bio(client.get(), to_client, to_server);
    SSL_set_bio(server.get(), to_server, to_client);
    SSL_set_connect_state(client.get());
    SSL_set_accept_state(server.get());
    for (int turn = 0; turn < 3; ++turn) {
      SSL_do_handshake(client.get());
      SSL_do_handshake(server.get());
    }
    char octet = 0;
    require(SSL_write(client.get(), "R", 1) == 1 && SSL_read(server.get(), &octet, 1) == 1 &&
                SSL_write(server.get(), "R", 1) == 1 && SSL_read(client.get(), &octet, 1) == 1,
            "handshake");
  }

 private:
  Context make_context(const SSL_METHOD* method, const Identity& identity, X509* trusted) {
    Context context(SSL_CTX_new_ex(library_.get(), nullptr, method));
    const Key key = decode_key(identity.key, library_.get());
    const Certificate certificate = decode(identity.certificate, library_.get());
    require(SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) == 1 &&
                SSL_CTX_use_certificate(context.get(), certificate.get()) == 1 &&
                SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1 &&
                X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), trusted) == 1,
            "context");
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(context.get(), SSL_MODE_NO_AUTO_CHAIN);
    return context;
  }

  Library library_{OSSL_LIB_CTX_new()};
  std::vector<Context> clients_, servers_;
};

double handshakes_a_second(std::size_t count, unsigned threads) {
  const Authority authority;
  const auto servers = make_servers(authority, count);
  const Bytes anchor = der_of(authority.certificate.get(), i2d_X509);
  std::vector<std::unique_ptr<Room>> rooms;
  for (unsigned i = 0; i < threads; ++i) rooms.push_back(std::make_unique<Room>(servers, anchor));
  std::atomic<std::size_t> next{0};
  const auto work = [&](const Room& room) {
    for (std::size_t at = next++; at < count * count; at = next++)
      if (at / count != at % count) room.meet(at / count, at % count);
  };
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> running;
  for (const auto& room : rooms) running.emplace_back([&work, &room] { work(*room); });
  for (std::thread& thread : running) thread.join();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return static_cast<double>(count * (count - 1)) / seconds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: handshake_loop SERVERS THREADS\n", stderr);
    return 64;
  }
  fmt::print("{:.1f}\n", handshakes_a_second(std::stoul(argv[1]), static_cast<unsigned>(std::stoul(argv[2]))));
  return 0;
}
