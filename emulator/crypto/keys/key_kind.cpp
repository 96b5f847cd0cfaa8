// emulator/crypto/keys/key_kind.cpp - asks OpenSSL for the type, size and group of a key.
#include "emulator/crypto/keys/key_kind.hpp"

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

bool is_key_kind(const PublicKey& key, const char* kind) {
  return EVP_PKEY_is_a(key.handle(), kind) == 1;
}

std::string group_name(const PublicKey& key) {
  char name[64] = {};
  std::size_t length = 0;
  const CleanErrorQueue clean;
  if (!is_key_kind(key, "EC") || EVP_PKEY_get_group_name(key.handle(), name, sizeof name, &length) != 1) return "";
  return name;
}

int key_bits(const PublicKey& key) {
  if (is_key_kind(key, "ED25519") || is_key_kind(key, "X25519")) return 255;
  if (is_key_kind(key, "ED448") || is_key_kind(key, "X448")) return 448;
  return EVP_PKEY_get_bits(key.handle());
}

}  // namespace ringside::crypto
