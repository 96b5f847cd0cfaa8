// emulator/crypto/password_hash.cpp - a slow hash of a password.
#include "emulator/crypto/password_hash.hpp"

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

base::Bytes password_hash(const base::Secret& password, base::ByteView salt, std::int64_t iterations) {
  constexpr std::size_t octets = 32;
  base::Bytes hash(octets);
  const std::string& text = password.reveal();
  require(iterations > 0 && PKCS5_PBKDF2_HMAC(text.data(), static_cast<int>(text.size()), salt.data(),
                                              static_cast<int>(salt.size()), static_cast<int>(iterations), EVP_sha256(),
                                              static_cast<int>(hash.size()), hash.data()) == 1,
          "PKCS5_PBKDF2_HMAC");
  return hash;
}

bool equal_in_constant_time(base::ByteView left, base::ByteView right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace ringside::crypto
