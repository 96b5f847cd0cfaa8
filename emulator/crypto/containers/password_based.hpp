// emulator/crypto/containers/password_based.hpp - encryption and integrity under a password: PKCS#5, PKCS#12, and
// Java's own.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// Octets under a password, and how they were encrypted.
struct Sealed {
  base::Bytes algorithm;  ///< DER AlgorithmIdentifier
  base::Bytes content;
};

/// Opens what PBES1, PBES2 or PKCS#12's own algorithms have encrypted. The cost is taken from `budget` before anything
/// is derived.
Result<base::Bytes> open_sealed(base::ByteView algorithm, base::ByteView content, const base::Secret& password,
                                PbeBudget& budget);

/// PBES2 as Java writes it: PBKDF2 with HMAC-SHA-256 and its key length, AES-256-CBC. `iv` has 16 octets.
Sealed seal_pbes2(base::ByteView plain, const base::Secret& password, base::ByteView salt, base::ByteView iv,
                  std::uint64_t iterations);

/// The HMAC-SHA-256 of a PKCS#12's contents (RFC 7292 appendix B.4).
base::Bytes pkcs12_mac(base::ByteView content, const base::Secret& password, base::ByteView salt,
                       std::uint64_t iterations);

/// Java's PBEWithMD5AndTripleDES: each half of the salt is hashed with the password so many times, the two results are
/// key and vector. `salt` has 8 octets.
Result<base::Bytes> open_md5_triple_des(base::ByteView content, const base::Secret& password, base::ByteView salt,
                                        std::uint64_t iterations, PbeBudget& budget);
base::Bytes seal_md5_triple_des(base::ByteView plain, const base::Secret& password, base::ByteView salt,
                                std::uint64_t iterations);

}  // namespace ringside::crypto
