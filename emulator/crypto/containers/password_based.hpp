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
  aes_128,     ///< PBES2 with PBKDF2, the HMAC `prf` and AES-128-CBC
  aes_256,     ///< the same with AES-256-CBC
  rc2_40,      ///< pbeWithSHA1And40BitRC2-CBC
  rc2_128,     ///< pbeWithSHA1And128BitRC2-CBC
  rc4_40,      ///< pbeWithSHA1And40BitRC4
  rc4_128,     ///< pbeWithSHA1And128BitRC4
  md5_des,     ///< pbeWithMD5AndDES-CBC
};

/// The HMACs of PBKDF2 (RFC 8018 B.1.2).
inline constexpr std::string_view pbe_prf_sha1 = "1.2.840.113549.2.7", pbe_prf_sha224 = "1.2.840.113549.2.8",
                                  pbe_prf_sha256 = "1.2.840.113549.2.9", pbe_prf_sha384 = "1.2.840.113549.2.10",
                                  pbe_prf_sha512 = "1.2.840.113549.2.11";

/// The scheme with this object identifier. Returns nullopt for PBES2 and for others.
std::optional<PbeScheme> pbe_scheme_of(std::string_view oid);

struct PbeParameters {
  PbeScheme scheme = PbeScheme::aes_256;
  base::Bytes salt;
  base::Bytes iv;  ///< 16 octets; of PBES2
  std::uint64_t iterations = 1;
  bool key_length = false;                ///< the parameters of PBKDF2 hold the key length, as Java writes them
  std::string_view prf = pbe_prf_sha256;  ///< of PBES2
};

/// Returns the AlgorithmIdentifier of PBES2 with PBKDF2 (RFC 8018 A.4). `cipher` and `prf` are OIDs; the cipher's key
/// length in octets is written into the parameters of PBKDF2 if it is given.
base::Bytes pbes2_algorithm(std::string_view cipher, base::ByteView iv, base::ByteView salt, std::uint64_t iterations,
                            std::optional<std::uint64_t> key_length = std::nullopt,
                            std::string_view prf = pbe_prf_sha256);

/// Encrypts under a password. Throws ForeignData if OpenSSL lacks the cipher: RC2, RC4 and DES are in its legacy
/// module.
Sealed seal(base::ByteView plain, const base::Secret& password, const PbeParameters& parameters);

/// Java's PBEWithMD5AndTripleDES. Each half of the salt is hashed with the password `iterations` times; the two results
/// are the key and the IV. `salt` has 8 octets: another length is ProblemKind::malformed when opening, base::Fault when
/// sealing.
Result<base::Bytes> open_md5_triple_des(base::ByteView content, const base::Secret& password, base::ByteView salt,
                                        std::uint64_t iterations, PbeBudget& budget);
base::Bytes seal_md5_triple_des(base::ByteView plain, const base::Secret& password, base::ByteView salt,
                                std::uint64_t iterations);

}  // namespace ringside::crypto
