// emulator/crypto/keys/key_kept.hpp - keys that this program made or stored before, read back and checked.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Reads a key that generate_key made. An RSA key does not go through OpenSSL's decoder, which would cost as much as
/// reading the key from a disk. Returns nullopt if it is not a key of `spec`, or if it is an RSA key whose modulus is
/// not the product of its primes.
[[nodiscard]] std::optional<PrivateKey> kept_key(base::ByteView pkcs8, KeySpec spec);

/// Whether the numbers of a stored key still fit together. Finds damage, and not a key that was never sound: unlike
/// PrivateKey::is_sound, it does not test whether primes are prime, which takes a hundred times as long.
[[nodiscard]] bool numbers_fit(const PrivateKey& key);

}  // namespace ringside::crypto
