// emulator/hosttools/keytool/certificates/x509.hpp - the fields of certificates, requests and revocation lists that
// keytool prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::keytool {

struct Extension {
  std::string oid;
  bool critical = false;
  base::Bytes value;  ///< content of the OCTET STRING
};

/// A well-formed certificate. `certificate` verifies and holds the key; the rest is for printing.
struct X509 {
  crypto::Certificate certificate;
  int version = 3;
  base::Bytes serial;     ///< content octets of the INTEGER
  base::Bytes algorithm;  ///< DER AlgorithmIdentifier of the signature
  base::Bytes issuer, subject;
  std::vector<Extension> extensions;

  [[nodiscard]] const base::Bytes& der() const { return certificate.der(); }
  /// Returns whether issuer and subject are equal; the signature is not checked.
  [[nodiscard]] bool is_self_issued() const { return issuer == subject; }
};

/// An attribute of a request with its values, each in DER.
struct RequestAttribute {
  std::string oid;
  std::vector<base::Bytes> values;
};
struct X509Request {
  base::Bytes subject, spki, algorithm;
  std::vector<RequestAttribute> attributes;
  std::vector<Extension> extensions;  ///< of the extensionRequest attribute
};

struct RevokedCertificate {
  base::Bytes serial;
  base::Instant date{};
  std::vector<Extension> extensions;
};
struct RevocationList {
  base::Bytes der, issuer, algorithm, signature;
  int version = 1;
  base::Instant this_update{};
  std::optional<base::Instant> next_update;
  std::vector<RevokedCertificate> revoked;
  std::vector<Extension> extensions;
};

std::optional<X509> read_x509(base::ByteView der);
/// The same for a certificate that a lab has stored: its key is not decoded before it is asked for, which takes most of
/// the time. Throws base::Fault if its fields cannot be read.
std::optional<X509> read_stored_x509(base::ByteView der);
std::optional<X509Request> lay_out_request(base::ByteView der);
std::optional<RevocationList> read_revocation_list(base::ByteView der);

/// Builds a SEQUENCE OF Extension; the order stays.
base::Bytes write_extension_list(const std::vector<Extension>& extensions);
/// Returns nullptr if there is none.
const Extension* find_extension(const std::vector<Extension>& extensions, std::string_view oid);

/// Returns Java's name of a signature algorithm: "SHA256withRSA", or the OID of an unknown one.
std::string signature_name(base::ByteView algorithm);
/// Returns the OID of an AlgorithmIdentifier in DER; "" if it is malformed.
std::string algorithm_oid(base::ByteView algorithm);

}  // namespace ringside::keytool
