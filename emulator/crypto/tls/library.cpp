// emulator/crypto/tls/library.cpp - certificates, keys and trust sets in their own library context.
#include "emulator/crypto/tls/library.hpp"

namespace ringside::crypto {

base::Bytes name_of_anchors(const std::vector<Certificate>& anchors) {
  base::Bytes name;
  for (const Certificate& anchor : anchors) {
    const base::Bytes hash = anchor.sha256();
    name.insert(name.end(), hash.begin(), hash.end());
  }
  return name;
}

TlsLibrary::TlsLibrary(Kind kind)
    : context_(kind == Kind::own ? require(OSSL_LIB_CTX_new(), "OSSL_LIB_CTX_new") : nullptr) {}

TlsLibrary::~TlsLibrary() = default;

X509* TlsLibrary::certificate(const Certificate& certificate) {
  if (!context_) return certificate.handle();
  const auto [place, is_new] = certificates_.try_emplace(certificate.der());
  if (is_new) {
    X509* decoded = require(X509_new_ex(context_.get(), nullptr), "X509_new_ex");
    const std::uint8_t* at = place->first.data();
    if (d2i_X509(&decoded, &at, static_cast<long>(place->first.size())) == nullptr) decoded = nullptr;  // it was freed
    place->second.reset(decoded);
  }
  return place->second.get();
}

EVP_PKEY* TlsLibrary::key(const PrivateKey& key) {
  if (!context_) return key.handle();
  const auto [place, is_new] = keys_.try_emplace(key.pkcs8());
  if (is_new) {
    const std::uint8_t* at = place->first.data();
    const auto size = static_cast<long>(place->first.size());
    place->second.reset(d2i_AutoPrivateKey_ex(nullptr, &at, size, context_.get(), nullptr));
  }
  return place->second.get();
}

X509_STORE* TlsLibrary::trust_set(const std::vector<Certificate>& anchors) {
  const auto [place, is_new] = trust_sets_.try_emplace(name_of_anchors(anchors));
  if (is_new) {
    place->second.reset(require(X509_STORE_new(), "X509_STORE_new"));
    for (const Certificate& anchor : anchors)
      require(X509_STORE_add_cert(place->second.get(), certificate(anchor)) == 1, "X509_STORE_add_cert");
  }
  return place->second.get();
}

const TlsLibrary::Judgement* TlsLibrary::judgement(const base::Bytes& name) const {
  const auto found = judgements_.find(name);
  return found == judgements_.end() ? nullptr : &found->second;
}

}  // namespace ringside::crypto
