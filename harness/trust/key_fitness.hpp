// harness/trust/key_fitness.hpp - which keys TLS can use, and which of them current servers refuse.
#pragma once

#include <string>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/tls/handshake.hpp"

namespace ringside::harness {

/// "an RSA key of 512 bits", "a key on P-192", "a DSA key of 1024 bits", "an ED25519 key".
std::string key_words(const crypto::PublicKey& key);

/// Whether a side of a handshake can prove itself with this key: the version of TLS has a signature scheme for it that
/// OpenSSL offers.
bool is_fit_for_tls(const crypto::PublicKey& key, crypto::TlsVersion version);

/// Why current servers and clients refuse a key that the handshakes of a lab accept, as the end of a sentence that
/// begins with its owner: "has a key on P-192, which current servers refuse". Empty if they accept it.
std::string weakness(const crypto::PublicKey& key);

}  // namespace ringside::harness
