// emulator/crypto/digest.cpp - SHA-1, SHA-256 and HMAC-SHA-256 through OpenSSL.
#include <openssl/core_names.h>
#include <openssl/evp.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using OwnedMacContext = Owned<EVP_MAC_CTX, EVP_MAC_CTX_free>;

// Each algorithm is fetched once, because OpenSSL looks EVP_sha256() up again for every digest. It is never freed,
// because it may be used until the process ends.
const EVP_MD* fetch(const char* name) {
  return require(EVP_MD_fetch(nullptr, name, nullptr), name);
}

OwnedMacContext hmac_with_sha256() {
  const Owned<EVP_MAC, EVP_MAC_free> hmac(require(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), "HMAC"));
  OwnedMacContext context(require(EVP_MAC_CTX_new(hmac.get()), "EVP_MAC_CTX_new"));
  char name[] = OSSL_DIGEST_NAME_SHA2_256;
  const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                   OSSL_PARAM_construct_end()};
  require(EVP_MAC_CTX_set_params(context.get(), parameters) == 1, "EVP_MAC_CTX_set_params");
  return context;
}

base::Bytes digest(const EVP_MD* algorithm, base::ByteView data) {
  base::Bytes value(static_cast<std::size_t>(EVP_MD_get_size(algorithm)));
  require(EVP_Digest(data.data(), data.size(), value.data(), nullptr, algorithm, nullptr) == 1, "EVP_Digest");
  return value;
}

}  // namespace

base::Bytes sha1(base::ByteView data) {
  static const EVP_MD* const algorithm = fetch("SHA1");
  return digest(algorithm, data);
}

base::Bytes sha256(base::ByteView data) {
  static const EVP_MD* const algorithm = fetch("SHA256");
  return digest(algorithm, data);
}

Sha256 hmac_sha256(base::ByteView key, base::ByteView data) {
  thread_local const OwnedMacContext context = hmac_with_sha256();
  static constexpr std::uint8_t empty = 0;  // OpenSSL reads a null pointer as "the same key as before"
  Sha256 value{};
  std::size_t length = 0;
  require(EVP_MAC_init(context.get(), key.empty() ? &empty : key.data(), key.size(), nullptr) == 1 &&
              EVP_MAC_update(context.get(), data.data(), data.size()) == 1 &&
              EVP_MAC_final(context.get(), value.data(), &length, value.size()) == 1,
          "HMAC");
  return value;
}

}  // namespace ringside::crypto
