// emulator/hosttools/openssl/libcrypto/pkcs12_text.hpp - the parts of a PKCS#12 as `openssl pkcs12 -info` prints them.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::openssl {

/// "PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256", of a DER AlgorithmIdentifier. Returns "" for empty
/// octets.
std::string pkcs12_protection_text(base::ByteView algorithm);

/// "    friendlyName: x\n" for each attribute, which are in DER. Returns "" if there are none.
std::string pkcs12_attributes_text(const std::vector<base::Bytes>& attributes);

/// "MAC: sha256, Iteration 2048\nMAC length: 32, salt length: 8\n", of a whole file in DER. Returns "" if it has no MAC
/// or cannot be read.
std::string pkcs12_mac_text(base::ByteView file);

}  // namespace ringside::openssl
