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

namespace ringside::openssl {

/// "rsaEncryption", 2048, "RSA-SHA256": OpenSSL's short names.
struct AlgorithmNames {
  std::string key;
  int key_bits = 0;
  std::string signature;
};
AlgorithmNames algorithm_names(const crypto::Certificate& certificate);

/// The hash of a name that file names in a folder of CAs have: eight hex digits. `old` is the hash of releases
/// before 1.0.
std::string subject_hash(const crypto::Certificate& certificate, bool old = false);
std::string issuer_hash(const crypto::Certificate& certificate, bool old = false);

/// "Modulus=97AB..." with a line end. DSA keys show their public number, other key types a sentence.
std::string modulus_line(const crypto::PublicKey& key);
/// "Certificate purposes:" and two lines for each purpose: for an end entity and for a CA.
std::string purposes_text(const crypto::Certificate& certificate);
/// The extensions with these short names ("subjectAltName"), in the order of the certificate. Returns "" if there are
/// none.
std::string extensions_text(const crypto::Certificate& certificate, const std::vector<std::string>& names);
std::vector<std::string> email_addresses(const crypto::Certificate& certificate);
std::vector<std::string> ocsp_addresses(const crypto::Certificate& certificate);
/// The serial number plus one, in hex digits.
std::string next_serial_text(const crypto::Certificate& certificate);

enum class Identifier { host, address, email };
/// Whether the certificate names the host or address. Like openssl, returns true if an IP address is not valid.
bool names_identifier(const crypto::Certificate& certificate, Identifier kind, const std::string& value);

}  // namespace ringside::openssl
