// emulator/crypto/keys/key_generate_dsa.hpp - new DSA keys. Only for files in this folder.
#pragma once

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Whether generate_dsa supports this size.
bool is_dsa_size(int bits);

/// Makes a DSA key with domain parameters of its own (FIPS 186-4). `bits` must satisfy is_dsa_size.
PrivateKey generate_dsa(int bits, const base::Randomness& randomness);

}  // namespace ringside::crypto
