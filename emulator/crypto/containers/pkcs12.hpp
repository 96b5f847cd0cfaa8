// emulator/crypto/containers/pkcs12.hpp - reads a PKCS#12 of one key and its certificates, and the object identifiers
// of PKCS#12 (RFC 7292).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

struct Pkcs12Contents {
  std::vector<Certificate> certificates;  ///< in the order of the file
  std::optional<PrivateKey> key;
  bool modern_encryption = false;  ///< PBES2 is used
};

/// Reads a file in DER. The key must be one that RACF has, and sound. The limits are those of read_package.
Result<Pkcs12Contents> read_pkcs12(base::ByteView bytes, const base::Secret& password);

namespace pkcs12_oid {
inline constexpr std::string_view data = "1.2.840.113549.1.7.1";
inline constexpr std::string_view encrypted_data = "1.2.840.113549.1.7.6";
inline constexpr std::string_view key_bag = "1.2.840.113549.1.12.10.1.1";
inline constexpr std::string_view shrouded_key_bag = "1.2.840.113549.1.12.10.1.2";
inline constexpr std::string_view certificate_bag = "1.2.840.113549.1.12.10.1.3";
inline constexpr std::string_view secret_bag = "1.2.840.113549.1.12.10.1.5";
inline constexpr std::string_view java_trusted_key_usage = "2.16.840.1.113894.746875.1.1";
inline constexpr std::string_view x509_certificate = "1.2.840.113549.1.9.22.1";
inline constexpr std::string_view friendly_name = "1.2.840.113549.1.9.20";
inline constexpr std::string_view local_key_id = "1.2.840.113549.1.9.21";
inline constexpr std::string_view pbe_sha1_triple_des = "1.2.840.113549.1.12.1.3";
inline constexpr std::string_view pbes2 = "1.2.840.113549.1.5.13";
inline constexpr std::string_view pbkdf2 = "1.2.840.113549.1.5.12";
inline constexpr std::string_view pbmac1 = "1.2.840.113549.1.5.14";
inline constexpr std::string_view aes_128_cbc = "2.16.840.1.101.3.4.1.2";
inline constexpr std::string_view aes_256_cbc = "2.16.840.1.101.3.4.1.42";
inline constexpr std::string_view sha1 = "1.3.14.3.2.26";
inline constexpr std::string_view sha256 = "2.16.840.1.101.3.4.2.1";
}  // namespace pkcs12_oid

}  // namespace ringside::crypto
