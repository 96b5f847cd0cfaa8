// emulator/crypto/keys/public_numbers.hpp - the numbers of a public key as its DER holds them.
#pragma once

#include <optional>

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Big-endian, without leading zeros.
struct RsaPublicNumbers {
  base::Bytes modulus;
  base::Bytes exponent;
};

struct EcPublicNumbers {
  base::Bytes curve;  ///< ECParameters: the DER of the curve's object identifier
  base::Bytes point;  ///< uncompressed: X'04', x, y
};

/// Both return nullopt for keys of another type.
std::optional<RsaPublicNumbers> rsa_public_numbers(const PublicKey& key);
std::optional<EcPublicNumbers> ec_public_numbers(const PublicKey& key);

}  // namespace ringside::crypto
