// emulator/hosttools/openssl/libcrypto/certificate_facts.hpp - single facts of certificates and keys as `openssl x509`
// prints them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// "rsaEncryption", 2048, "RSA-SHA256": OpenSSL's short names.
struct AlgorithmNames {
  std::string key;
  int key_bits = 0;
  std::string signature;
};
AlgorithmNames algorithm_names(const Certificate& certificate);

/// Hashes of names in the names of files in a folder of CAs, eight hex digits; `old` is that of releases before 1.0.
std::string subject_hash(const Certificate& certificate, bool old = false);
std::string issuer_hash(const Certificate& certificate, bool old = false);

/// "Modulus=97AB..." with its line end; DSA's public number; a sentence for other kinds.
std::string modulus_line(const PublicKey& key);
/// "Certificate purposes:" and a line for each, for an end entity and for a CA.
std::string purposes_text(const Certificate& certificate);
/// The extensions of these short names ("subjectAltName"), in the order of the certificate; empty if none is there.
std::string extensions_text(const Certificate& certificate, const std::vector<std::string>& names);
std::vector<std::string> email_addresses(const Certificate& certificate);
std::vector<std::string> ocsp_addresses(const Certificate& certificate);
/// The serial number and one, in hex digits.
std::string next_serial_text(const Certificate& certificate);

enum class Identifier { host, address, email };
/// Whether the certificate names it; an address that is none counts as named, as OpenSSL's command has it.
bool names_identifier(const Certificate& certificate, Identifier kind, const std::string& value);

}  // namespace ringside::crypto
