// emulator/crypto/keys/pkcs8_naming_curve.hpp - the PKCS#8 of a key as programs get it from a key ring.
#pragma once

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// The PKCS#8 of a key, in which the ECPrivateKey of an EC key names its curve as well (RFC 5915, `parameters`). For
/// other keys the same as key.pkcs8().
base::Bytes pkcs8_naming_curve(const PrivateKey& key);

}  // namespace ringside::crypto
