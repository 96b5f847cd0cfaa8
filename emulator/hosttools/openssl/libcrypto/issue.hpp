// emulator/crypto/certificates/tool_issue.hpp - certificates and requests as the openssl command makes them: any
// digest, version 1 or 3, extensions out of a configuration.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/configuration.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Whether sign_with takes a digest of that name ("sha256", "SHA2-256", "md5") together with such a key.
bool can_sign_with(const PrivateKey& key, std::string_view digest);

/// DER of a SEQUENCE OF Extension out of a section of `configuration`, as extensions of a certificate for `subject`
/// that `issuer` signs (nullptr: itself). The Problem's detail names the extension.
struct ExtensionContext {
  DistinguishedName subject;
  PublicKey key;
  const Certificate* issuer = nullptr;
  base::Bytes existing{};  ///< extensions that are there already; one of the same kind takes the place of its elder
};
Result<base::Bytes> extensions_of(const Configuration& configuration, const std::string& section,
                                  const ExtensionContext& context);

/// DER of the extensions that a certificate has, or that a request asks for; empty if there are none.
base::Bytes extensions_in(const Certificate& certificate);
base::Bytes extensions_in_request(base::ByteView der);
/// The certificate as OpenSSL shows it without its extensions; its signature does not hold.
Certificate without_extensions(const Certificate& certificate);

struct ToolCertificate {
  base::Bytes serial;  ///< content octets of a non-negative INTEGER
  DistinguishedName issuer, subject;
  base::Instant not_before{}, not_after{};
  PublicKey key;
  base::Bytes extensions;  ///< of extensions_of; empty: a version 1 certificate
  bool version_3 = false;  ///< even without extensions
};
Certificate issue_with(const ToolCertificate& content, const PrivateKey& signer, std::string_view digest,
                       const base::Randomness& randomness);

struct ToolRequest {
  DistinguishedName subject;
  std::string challenge_password, unstructured_name;  ///< empty: no such attribute
  base::Bytes extensions;
};
base::Bytes request_with(const ToolRequest& content, const PrivateKey& key, std::string_view digest,
                         const base::Randomness& randomness);

/// A serial number as openssl draws it: 159 bits.
base::Bytes random_serial(const base::Randomness& randomness);

}  // namespace ringside::crypto
