// emulator/crypto/keys/key_operation.hpp - one operation of a key on octets, for programs that leave the key with us
// and choose the form of each signature (PKCS#11).
//
// Nonces and salts come from the operating system: a signature in a live handshake does not repeat. What RACF and the
// tools sign is in sign.hpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class SignatureShape {
  rsa_pkcs1,  ///< RSASSA-PKCS1-v1_5; without a digest, the octets are padded as they are
  rsa_raw,    ///< the bare RSA operation; the octets are the last ones of a number as long as the modulus
  rsa_pss,    ///< RSASSA-PSS
  ecdsa,      ///< r and s side by side, each as long as the order
};

/// The names of digests are OpenSSL's: "SHA256".
struct SignatureScheme {
  SignatureShape shape = SignatureShape::rsa_pkcs1;
  std::string_view digest{};       ///< that has made the value to be signed; empty for rsa_raw and ecdsa
  std::string_view mask_digest{};  ///< of MGF1, for rsa_pss
  std::size_t salt = 0;            ///< octets, for rsa_pss
};

/// The number of octets of a signature by the private half of this RSA or ECC key.
[[nodiscard]] std::size_t signature_octets(const PublicKey& key);

/// Signs a value: a hash value where the scheme has a digest. The scheme must fit the type of the key. Fails if the
/// value is too long, or has not the length of the digest.
[[nodiscard]] Result<base::Bytes> sign_value(const PrivateKey& key, const SignatureScheme& scheme,
                                             base::ByteView value);

/// Whether the signature is that of the value.
[[nodiscard]] bool verify_value(const PublicKey& key, const SignatureScheme& scheme, base::ByteView value,
                                base::ByteView signature);

enum class RsaEncryption {
  pkcs1,  ///< RSAES-PKCS1-v1_5
  raw,    ///< the bare RSA operation
};

/// Decrypts with an RSA key. Fails if the octets are no ciphertext of it.
[[nodiscard]] Result<base::Bytes> decrypt_value(const PrivateKey& key, RsaEncryption encryption,
                                                base::ByteView ciphertext);

}  // namespace ringside::crypto
