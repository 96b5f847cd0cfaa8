// emulator/crypto/keys/key_numbers.hpp - whether the numbers of a key from outside can be those of a key.
#pragma once

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Throws ForeignData if no signature could be made or checked with the key, or if that would take hours: an RSA
/// modulus of zero, DSA without or with impossible parameters, the point at infinity, multi-prime RSA, numbers longer
/// than OpenSSL works with. Compares numbers only, so it costs nothing beside the decoding of the key.
/// PrivateKey::is_sound checks more.
void accept_numbers(const EVP_PKEY* key);

}  // namespace ringside::crypto
