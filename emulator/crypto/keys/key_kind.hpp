// emulator/crypto/keys/key_kind.hpp - the type, size and group of any public key, also of those that RACF does not
// have.
#pragma once

#include <string>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Whether the key has this type by OpenSSL's name: "RSA", "RSA-PSS", "EC", "DSA", "ED25519", "X448", ...
bool is_key_kind(const PublicKey& key, const char* kind);

/// OpenSSL's name of the curve ("prime256v1"). Returns "" for keys without a named group.
std::string group_name(const PublicKey& key);

/// The size as tools print it: bits of the modulus or of the curve; 255 and 448 for EdDSA, X25519 and X448.
int key_bits(const PublicKey& key);

}  // namespace ringside::crypto
