// emulator/crypto/containers/package.hpp - certificates in files: DER, PEM, PKCS#7 and PKCS#12, read by looking and
// written by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class PackageKind { certificate, pkcs7, pkcs12 };

struct Package {
  PackageKind kind = PackageKind::certificate;
  bool base64 = false;             ///< armoured or bare Base64, not DER
  bool modern_encryption = false;  ///< a PKCS#12 under PBES2 (AES), which RACF reads from 3.2 only
  std::vector<Certificate>
      certificates;               ///< end entity first, then its issuers as far as they are there, then the rest
  std::optional<PrivateKey> key;  ///< belongs to certificates.front()
};

/// What `bytes` hold, found by looking at them: DER or Base64 of a certificate, PKCS#7 SignedData or PKCS#12.
/// Text before the BEGIN line is skipped. Bounds: container_bytes, container_certificates, pbe_iterations (summed from
/// the DER before anything is derived), pbe_salt_bytes. A missing password counts as empty.
Result<Package> read_package(base::ByteView bytes, const std::optional<base::Secret>& password);

/// "-----BEGIN <label>-----", lines of 64 Base64 characters, "-----END <label>-----", each line ending in "\n".
std::string armor(base::ByteView der, std::string_view label);
/// Base64 in lines of 64 without header lines.
std::string base64_lines(base::ByteView bytes);
/// Base64 in one line.
std::string base64(base::ByteView bytes);

/// A degenerate PKCS#7 SignedData of the certificates in the given order.
base::Bytes pkcs7(const std::vector<Certificate>& certificates);

enum class Pkcs12Encryption {
  triple_des,  ///< pbeWithSHA1And3-KeyTripleDES-CBC for both bags, SHA-1 MAC: what RACF writes through 3.1
  aes_256,     ///< PBES2, AES-256-CBC, SHA-256 MAC
};

/// A PKCS#12 of the first certificate with its key and then the others. `friendly_name` goes on the key and its
/// certificate. Salts and vectors come from `randomness`, so a seeded run gives the same bytes.
base::Bytes pkcs12(const std::vector<Certificate>& certificates, const PrivateKey& key, const base::Secret& password,
                   const std::string& friendly_name, Pkcs12Encryption encryption, const base::Randomness& randomness);

}  // namespace ringside::crypto
