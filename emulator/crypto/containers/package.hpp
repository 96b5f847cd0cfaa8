// emulator/crypto/containers/package.hpp - reads certificates in any form: DER, PEM, PKCS#7 or PKCS#12.
#pragma once

#include <optional>
#include <vector>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class PackageKind { certificate, pkcs7, pkcs12 };

struct Package {
  PackageKind kind = PackageKind::certificate;
  bool base64 = false;             ///< in Base64, with or without header lines
  bool modern_encryption = false;  ///< a PKCS#12 under PBES2 (AES), which RACF supports since 3.2
  std::vector<Certificate>
      certificates;               ///< end entity first, then its issuers as far as they are there, then the rest
  std::optional<PrivateKey> key;  ///< belongs to certificates.front()
};

/// Reads DER or Base64 of a certificate, a PKCS#7 SignedData or a PKCS#12; the octets tell which. Text before a BEGIN
/// line is skipped. Limits: container_bytes, container_certificates, pbe_iterations (the sum over the file, checked
/// before any key is derived), pbe_salt_bytes. A missing password counts as an empty one.
Result<Package> read_package(base::ByteView bytes, const std::optional<base::Secret>& password);

}  // namespace ringside::crypto
