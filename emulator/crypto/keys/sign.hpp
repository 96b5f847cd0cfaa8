// emulator/crypto/keys/sign.hpp - signs as RACF and the tools do: a signature from a key, an algorithm and data.
#pragma once

#include "base/random.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

enum class SignatureForm {
  usual,    ///< the algorithm of the key type; PKCS#1 v1.5 for RSA
  rsa_pss,  ///< RSASSA-PSS: the same hash for MGF1, a salt as long as the hash (RFC 8017 8.1)
};

/// The algorithm that RACF uses with such a key (Command Language Reference, RACDCERT GENCERT). Throws base::Fault if
/// RACF has no such key type, or if a key that is not RSA is to sign as RSASSA-PSS.
[[nodiscard]] SignatureAlgorithm racf_signature(KeySpec signer, SignatureForm form = SignatureForm::usual);

/// The DER AlgorithmIdentifier of a signature. PKCS#1 v1.5 has NULL parameters, RSASSA-PSS its hash and salt length,
/// the others have none.
[[nodiscard]] base::Bytes signature_identifier(const SignatureAlgorithm& algorithm);

/// The signature value over `data`. ECDSA and DSA draw their nonce, RSASSA-PSS its salt, from `randomness` and the
/// data, so a seeded run repeats. The algorithm must fit the key. Throws ForeignData if the key, which then is from
/// outside, cannot sign: too short for the digest, or with numbers that do not fit together.
[[nodiscard]] base::Bytes sign(const PrivateKey& key, const SignatureAlgorithm& algorithm, base::ByteView data,
                               const base::Randomness& randomness);

/// SEQUENCE { content, signature identifier, signature as BIT STRING }: the outer form of certificates and requests.
/// Throws as sign() does.
[[nodiscard]] base::Bytes signed_der(base::ByteView content, const PrivateKey& key, const SignatureAlgorithm& algorithm,
                                     const base::Randomness& randomness);

}  // namespace ringside::crypto
