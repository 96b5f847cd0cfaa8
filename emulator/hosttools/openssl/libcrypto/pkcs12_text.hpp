// emulator/crypto/containers/pkcs12_text.hpp - the words of openssl for the parts of a PKCS#12. Only for files in this
// folder.
#pragma once

#include <string>

#include <openssl/pkcs12.h>

namespace ringside::crypto {

/// "PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256".
std::string pkcs12_protection_text(const X509_ALGOR* algorithm);
/// "    friendlyName: x\n" for each; empty if there are none.
std::string pkcs12_attributes_text(const STACK_OF(X509_ATTRIBUTE) * attributes);
/// "MAC: sha256, Iteration 2048\nMAC length: 32, salt length: 8\n"; empty if there is no MAC.
std::string pkcs12_mac_text(PKCS12* file);

}  // namespace ringside::crypto
