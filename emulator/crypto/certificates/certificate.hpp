// emulator/crypto/certificates/certificate.hpp - X.509 certificates: reading them, judging their signature, making
// them.
#pragma once

#include <memory>
#include <string>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

typedef struct x509_st X509;

namespace ringside::crypto {

struct CertificateContent;

class Certificate {
 public:
  /// One DER certificate, nothing after it, at most limits::certificate_bytes.
  static Result<Certificate> from_der(base::ByteView der);

  /// One that from_der or issue gave before and a lab has kept: its signature's form is not judged again. Throws
  /// base::Fault if its fields cannot be read.
  static Certificate from_stored(base::ByteView der);

  [[nodiscard]] const base::Bytes& der() const;
  /// Content octets of the serial INTEGER in upper-case hex, as RACF lists it: 0 is "00", 633 is "0279".
  [[nodiscard]] std::string serial() const;
  [[nodiscard]] DistinguishedName issuer() const;
  [[nodiscard]] DistinguishedName subject() const;
  [[nodiscard]] base::Instant not_before() const;
  [[nodiscard]] base::Instant not_after() const;
  /// "sha256RSA", "sha384ECDSA", ... or "UNKNOWN", in the words of RACDCERT LIST; "sha256RSAPSS" in its manner for
  /// RSASSA-PSS.
  [[nodiscard]] std::string signing_algorithm() const;
  [[nodiscard]] const Extensions& extensions() const;
  [[nodiscard]] PublicKey public_key() const;
  /// SHA-256 of the DER, 32 octets.
  [[nodiscard]] base::Bytes sha256() const;
  /// Issuer and subject are equal and the signature verifies with its own key.
  [[nodiscard]] bool is_self_signed() const;
  [[nodiscard]] bool is_signed_by(const PublicKey& key) const;
  /// OpenSSL's object, decoded when it is first asked for: bulk issuance never needs it. Safe from several threads.
  [[nodiscard]] X509* handle() const;

  friend bool operator==(const Certificate& a, const Certificate& b) { return a.der() == b.der(); }

 private:
  struct State;
  friend Certificate issue(const CertificateContent& content, const PrivateKey& signer,
                           const base::Randomness& randomness, SignatureForm form);
  static Result<std::shared_ptr<State>> read_fields(base::ByteView der);
  [[nodiscard]] const State& state() const;

  std::shared_ptr<State> state_;  // never changed once it is here, but for the lazily made handle
};

/// All that goes into a certificate besides the signature.
struct CertificateContent {
  base::Bytes serial;  ///< content octets of a non-negative INTEGER: {0x00}, {0x01}, ...
  DistinguishedName issuer, subject;
  base::Instant not_before{}, not_after{};
  PublicKey key;
  Extensions extensions;
};

/// Signs `content`. Extensions stand in the order of a certificate that RACF has made (Netscape comment, keyUsage,
/// basicConstraints, subjectAltName, issuerAltName, extKeyUsage, SKI, AKI), criticality as there; UTCTime through 2049.
[[nodiscard]] Certificate issue(const CertificateContent& content, const PrivateKey& signer,
                                const base::Randomness& randomness, SignatureForm form = SignatureForm::usual);

}  // namespace ringside::crypto
