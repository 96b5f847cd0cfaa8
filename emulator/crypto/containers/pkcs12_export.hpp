// emulator/crypto/containers/pkcs12_export.hpp - a PKCS#12 of one key and its certificates, as RACF and openssl export
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

struct Pkcs12Export {
  struct Named {
    Certificate certificate;
    std::string friendly_name{};  ///< empty: none
  };
  std::vector<Named> certificates;  ///< the first one belongs to the key, if there is a key
  std::optional<PrivateKey> key;
  /// How each part is encrypted; nullopt: in clear.
  std::optional<PbeScheme> certificate_scheme = PbeScheme::aes_256, key_scheme = PbeScheme::aes_256;
  std::string mac_digest = "sha256";  ///< sha1, sha256, sha384 or sha512; empty: no MAC
  std::size_t salt_bytes = 8;
  int iterations = 2'048, mac_iterations = 2'048;
};
/// Returns the DER of the file. Salts and IVs come from `randomness`, so a seeded run repeats.
base::Bytes export_pkcs12(const Pkcs12Export& contents, const base::Secret& password,
                          const base::Randomness& randomness);

enum class Pkcs12Encryption {
  triple_des,  ///< pbeWithSHA1And3-KeyTripleDES-CBC for both parts, SHA-1 MAC: what RACF writes through 3.1
  aes_256,     ///< PBES2, AES-256-CBC, SHA-256 MAC
};

/// The PKCS#12 that RACDCERT EXPORT writes: the first certificate with its key, then the others. The key and its
/// certificate have the friendly name. Throws base::Fault if there is no certificate.
base::Bytes pkcs12(const std::vector<Certificate>& certificates, const PrivateKey& key, const base::Secret& password,
                   const std::string& friendly_name, Pkcs12Encryption encryption, const base::Randomness& randomness);

}  // namespace ringside::crypto
