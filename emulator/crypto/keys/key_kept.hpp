// emulator/crypto/keys/key_kept.hpp - keys that this program made before, read back from their PKCS#8.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Reads a key that generate_key made. An RSA key does not go through OpenSSL's decoder, which would cost as much as
/// reading the key from a disk. Returns nullopt if it is not a key of `spec`, or if it is an RSA key whose modulus is
/// not the product of its primes.
[[nodiscard]] std::optional<PrivateKey> kept_key(base::ByteView pkcs8, KeySpec spec);

}  // namespace ringside::crypto
