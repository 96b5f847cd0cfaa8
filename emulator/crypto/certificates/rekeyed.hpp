// emulator/crypto/certificates/rekeyed.hpp - a certificate with another key, where the key of the real one cannot be
// had.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/sign.hpp"

namespace ringside::crypto {

/// Returns the DER of the certificate with the key `key`, signed by `signer`. All else is as it was, octet by octet,
/// but the key identifiers of subject and issuer, if it has them, which are those of the new keys.
[[nodiscard]] base::Bytes rekeyed(const Certificate& certificate, const PublicKey& key, const PrivateKey& signer,
                                  const SignatureAlgorithm& algorithm, const base::Randomness& randomness);

}  // namespace ringside::crypto
