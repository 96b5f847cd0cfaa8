// emulator/crypto/keys/raw_key.hpp - new keys whose private half is a plain octet string (RFC 8410).
#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Makes a key of the type "ED25519", "ED448", "X25519" or "X448", in any case. Returns nullopt for other names.
std::optional<PrivateKey> generate_raw_key(const std::string& kind, const base::Randomness& randomness);

}  // namespace ringside::crypto
