// emulator/crypto/keys/key_der.hpp - writes keys in DER without OpenSSL's encoders, which cost more than a P-256
// signature. Only for files in this folder.
#pragma once

#include "base/bytes.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

/// The numbers of an RSA key in the order of RFC 8017 A.1.2.
struct RsaNumbers {
  OwnedBn n, e, d, p, q, dp, dq, qi;
};

/// SubjectPublicKeyInfo (RFC 3279 2.3.1) and PKCS#8 PrivateKeyInfo.
base::Bytes rsa_spki(const BIGNUM* n, const BIGNUM* e);
base::Bytes rsa_pkcs8(const RsaNumbers& key);

/// The same for a curve (RFC 5480 2). The point is uncompressed. The PKCS#8 holds an ECPrivateKey (RFC 5915) without
/// parameters, because the algorithm already names the curve.
base::Bytes ec_spki(const Curve& curve, base::ByteView point);
base::Bytes ec_pkcs8(const Curve& curve, const BIGNUM* scalar, base::ByteView point);

/// The same for keys that are plain octets (RFC 8410 4 and 7). `oid` names the algorithm: "1.3.101.112" is Ed25519.
base::Bytes raw_spki(std::string_view oid, base::ByteView public_octets);
base::Bytes raw_pkcs8(std::string_view oid, base::ByteView private_octets);

}  // namespace ringside::crypto
