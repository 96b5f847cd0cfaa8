// emulator/crypto/containers/pkcs7.hpp - the certificates of a PKCS#7 SignedData.
#pragma once

#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// Reads all certificates in the order of the file. Signatures in it are not verified.
Result<std::vector<Certificate>> read_pkcs7(base::ByteView bytes);

/// A degenerate SignedData (no signers) of these certificates, in the given order.
base::Bytes pkcs7(const std::vector<Certificate>& certificates);

}  // namespace ringside::crypto
