// emulator/crypto/digest.cpp - the digests that identifiers, fingerprints and old key derivations need.
#include <openssl/hmac.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

base::Bytes digest(const EVP_MD* algorithm, base::ByteView data) {
  base::Bytes value(static_cast<std::size_t>(EVP_MD_get_size(algorithm)));
  require(EVP_Digest(data.data(), data.size(), value.data(), nullptr, algorithm, nullptr) == 1, "EVP_Digest");
  return value;
}

}  // namespace

base::Bytes sha1(base::ByteView data) {
  return digest(EVP_sha1(), data);
}

base::Bytes sha256(base::ByteView data) {
  return digest(EVP_sha256(), data);
}

Sha256 hmac_sha256(base::ByteView key, base::ByteView data) {
  Sha256 value{};
  unsigned length = 0;
  require(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data.data(), data.size(), value.data(), &length),
          "HMAC");
  return value;
}

}  // namespace ringside::crypto
