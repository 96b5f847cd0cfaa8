// emulator/crypto/certificates/certificate.hpp - X.509 certificates: reading them and verifying their signature.
#pragma once

#include <memory>
#include <string>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

using X509 = struct x509_st;

namespace ringside::crypto {

class Certificate {
 public:
  /// Reads one DER certificate of at most limits::certificate_bytes. Octets after it are an error.
  static Result<Certificate> from_der(base::ByteView der);

  /// Reads a certificate that a lab has stored, so its form is not checked again. Throws base::Fault if its fields
  /// cannot be read.
  static Certificate from_stored(base::ByteView der);

  /// Takes a certificate that this program has just made for `key`. As from_stored, but the key is not decoded again.
  static Certificate from_own(base::ByteView der, PublicKey key);

  [[nodiscard]] const base::Bytes& der() const;
  /// The content octets of the serial INTEGER in upper-case hex, as RACF lists them: 0 is "00", 633 is "0279".
  [[nodiscard]] std::string serial() const;
  [[nodiscard]] DistinguishedName issuer() const;
  [[nodiscard]] DistinguishedName subject() const;
  [[nodiscard]] base::Instant not_before() const;
  [[nodiscard]] base::Instant not_after() const;
  /// The word of RACDCERT LIST: "sha256RSA", "sha384ECDSA", ... or "UNKNOWN". RSASSA-PSS is "sha256RSAPSS", formed like
  /// those words.
  [[nodiscard]] std::string signing_algorithm() const;
  [[nodiscard]] const Extensions& extensions() const;
  [[nodiscard]] PublicKey public_key() const;
  /// SHA-256 of the DER, 32 octets.
  [[nodiscard]] base::Bytes sha256() const;
  /// Whether issuer and subject are equal and the signature verifies with the certificate's own key.
  [[nodiscard]] bool is_self_signed() const;
  [[nodiscard]] bool is_signed_by(const PublicKey& key) const;
  /// OpenSSL's object, decoded on first use, because bulk issuance never needs it. May be called from several threads.
  [[nodiscard]] X509* handle() const;

  friend bool operator==(const Certificate& a, const Certificate& b) { return a.der() == b.der(); }

 private:
  struct State;
  static Result<std::shared_ptr<State>> read_fields(base::ByteView der);
  [[nodiscard]] const State& state() const;

  std::shared_ptr<State> state_;  // constant, except for the handle that is decoded on first use
};

}  // namespace ringside::crypto
