// emulator/crypto/containers/password_based.hpp - encryption under a password: PKCS#5, PKCS#12, and Java's JCEKS form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// Encrypted octets and their algorithm.
struct Sealed {
  base::Bytes algorithm;  ///< DER AlgorithmIdentifier
  base::Bytes content;
};

/// Decrypts what PBES1, PBES2 or PKCS#12's own algorithms have encrypted. The cost is taken from `budget` first.
Result<base::Bytes> open_sealed(base::ByteView algorithm, base::ByteView content, const base::Secret& password,
                                PbeBudget& budget);

enum class PbeScheme {
  triple_des,  ///< pbeWithSHA1And3-KeyTripleDES-CBC
  aes_128,     ///< PBES2 with PBKDF2, HMAC-SHA-256 and AES-128-CBC
  aes_256,     ///< the same with AES-256-CBC
};

struct PbeParameters {
  PbeScheme scheme = PbeScheme::aes_256;
  base::Bytes salt;
  base::Bytes iv;  ///< 16 octets; not used by triple_des
  std::uint64_t iterations = 1;
  bool key_length = false;  ///< the parameters of PBKDF2 hold the key length, as Java writes them
};

/// Returns the AlgorithmIdentifier of PBES2 with PBKDF2 and HMAC-SHA-256 (RFC 8018 A.4). `cipher` is an OID; its key
/// length in octets is written into the parameters of PBKDF2 if it is given.
base::Bytes pbes2_algorithm(std::string_view cipher, base::ByteView iv, base::ByteView salt, std::uint64_t iterations,
                            std::optional<std::uint64_t> key_length = std::nullopt);

/// Encrypts under a password.
Sealed seal(base::ByteView plain, const base::Secret& password, const PbeParameters& parameters);

/// Java's PBEWithMD5AndTripleDES. Each half of the salt is hashed with the password `iterations` times; the two results
/// are the key and the IV. `salt` has 8 octets: another length is ProblemKind::malformed when opening, base::Fault when
/// sealing.
Result<base::Bytes> open_md5_triple_des(base::ByteView content, const base::Secret& password, base::ByteView salt,
                                        std::uint64_t iterations, PbeBudget& budget);
base::Bytes seal_md5_triple_des(base::ByteView plain, const base::Secret& password, base::ByteView salt,
                                std::uint64_t iterations);

}  // namespace ringside::crypto
