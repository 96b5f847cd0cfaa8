// emulator/crypto/tls/library.hpp - what the handshakes of one thread share: certificates, keys, trust sets and
// verdicts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <openssl/ssl.h>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

/// The SHA-256 hashes of all anchors, in order.
base::Bytes name_of_anchors(const std::vector<Certificate>& anchors);

/// Threads that share one OpenSSL library context wait for its locks: two threads make only a tenth more handshakes
/// than one. So each thread has its own library, which decodes every certificate and key once. Use from one thread
/// only.
class TlsLibrary {
 public:
  enum class Kind {
    shared,  ///< OpenSSL's default context and the objects that certificates and keys have in it
    own,
  };
  explicit TlsLibrary(Kind kind);
  ~TlsLibrary();
  TlsLibrary(const TlsLibrary&) = delete;
  TlsLibrary& operator=(const TlsLibrary&) = delete;

  [[nodiscard]] OSSL_LIB_CTX* handle() const { return context_.get(); }
  /// The library owns the objects. Both return nullptr if OpenSSL does not accept the certificate or key.
  X509* certificate(const Certificate& certificate);
  EVP_PKEY* key(const PrivateKey& key);
  /// The store for a set of anchors. Equal sets share one store.
  X509_STORE* trust_set(const std::vector<Certificate>& anchors);

  /// The result of verifying a chain: X509_V_OK, or the first error and the subject of the certificate at fault.
  struct Judgement {
    int error = 0;
    std::string failed_subject;
  };
  /// The judgement kept under this name, or nullptr.
  [[nodiscard]] const Judgement* judgement(const base::Bytes& name) const;
  void keep(const base::Bytes& name, Judgement judgement) { judgements_[name] = std::move(judgement); }

 private:
  using OwnedX509 = Owned<X509, X509_free>;
  using OwnedStore = Owned<X509_STORE, X509_STORE_free>;

  Owned<OSSL_LIB_CTX, OSSL_LIB_CTX_free> context_;
  std::map<base::Bytes, OwnedX509> certificates_;
  std::map<base::Bytes, OwnedPkey> keys_;
  std::map<base::Bytes, OwnedStore> trust_sets_;
  std::map<base::Bytes, Judgement> judgements_;
};

}  // namespace ringside::crypto
