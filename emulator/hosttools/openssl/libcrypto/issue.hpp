// emulator/hosttools/openssl/libcrypto/issue.hpp - certificates and requests as the openssl command makes them: any
// digest, version 1 or 3, extensions as DER.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::openssl {

/// Whether issue_with and request_with support this digest ("sha256", "SHA2-256", "md5") with such a key. Ed25519 and
/// Ed448 hash by themselves, so they accept any digest.
bool can_sign_with(const crypto::PrivateKey& key, std::string_view digest);

struct ToolCertificate {
  base::Bytes serial;  ///< content octets of a non-negative INTEGER
  crypto::DistinguishedName issuer, subject;
  base::Instant not_before{}, not_after{};
  crypto::PublicKey key;
  base::Bytes extensions;  ///< DER SEQUENCE OF Extension; empty: a version 1 certificate
  bool version_3 = false;  ///< version 3 even without extensions
};
/// Throws base::Fault if can_sign_with is false.
crypto::Certificate issue_with(const ToolCertificate& content, const crypto::PrivateKey& signer,
                               std::string_view digest, const base::Randomness& randomness);

struct ToolRequest {
  crypto::DistinguishedName subject;
  std::string challenge_password, unstructured_name;  ///< empty: the attribute is left out
  base::Bytes extensions;                             ///< DER SEQUENCE OF Extension; empty: left out
};
/// Returns the DER of the request. Throws base::Fault if can_sign_with is false.
base::Bytes request_with(const ToolRequest& content, const crypto::PrivateKey& key, std::string_view digest,
                         const base::Randomness& randomness);

/// A random serial number as openssl makes it: 20 octets, 159 bits.
base::Bytes random_serial(const base::Randomness& randomness);

}  // namespace ringside::openssl
