// emulator/crypto/containers/pkcs7.hpp - the certificates of a PKCS#7 SignedData.
#pragma once

#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// All certificates in the order of the file; signatures in it are not looked at.
Result<std::vector<Certificate>> read_pkcs7(base::ByteView bytes);

}  // namespace ringside::crypto
