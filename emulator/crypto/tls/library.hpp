// emulator/crypto/tls/library.hpp - what the handshakes of one thread share: certificates, keys, trust sets,
// judgements.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <openssl/ssl.h>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::crypto {

/// Threads that share one OpenSSL library context wait for each other at its locks: two of them make a tenth more
/// handshakes than one. A library of its own knows every certificate and key anew, and each once. Not for several
/// threads.
class TlsLibrary {
 public:
  enum class Kind {
    shared,  ///< OpenSSL's default context, with the objects that certificates and keys have there
    own,
  };
  explicit TlsLibrary(Kind kind);
  ~TlsLibrary();
  TlsLibrary(const TlsLibrary&) = delete;
  TlsLibrary& operator=(const TlsLibrary&) = delete;

  [[nodiscard]] OSSL_LIB_CTX* handle() const { return context_.get(); }
  /// Both stay this library's. A key or certificate that OpenSSL refuses is nullptr.
  X509* certificate(const Certificate& certificate);
  EVP_PKEY* key(const PrivateKey& key);
  /// One for each distinct set of anchors.
  X509_STORE* trust_set(const std::vector<Certificate>& anchors);

  /// What came of a chain: X509_V_OK, or the first error and the subject that it is about.
  struct Judgement {
    int error = 0;
    std::string failed_subject;
  };
  /// The judgement that was kept under this name; nullptr if there is none.
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
