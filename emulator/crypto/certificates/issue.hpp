// emulator/crypto/certificates/issue.hpp - the one issuer of X.509 certificates. RACF, openssl and keytool describe
// what they want; the DER is written and signed here.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/sign.hpp"

namespace ringside::crypto {

/// The fields of a TBSCertificate (RFC 5280 4.1). The views must outlive the call.
struct TbsCertificate {
  int version = 3;                 ///< 1 or 3
  base::ByteView serial;           ///< content octets of the INTEGER
  base::ByteView issuer, subject;  ///< DER of a Name
  base::Instant not_before{}, not_after{};
  base::ByteView key;         ///< DER SubjectPublicKeyInfo
  base::ByteView extensions;  ///< DER SEQUENCE OF Extension; empty: the field is left out
};

/// Returns the DER of the certificate, signed. Times are UTCTime through 2049, else GeneralizedTime.
[[nodiscard]] base::Bytes sign_certificate(const TbsCertificate& content, const PrivateKey& signer,
                                           const SignatureAlgorithm& algorithm, const base::Randomness& randomness);

/// The content of a certificate that RACF makes.
struct CertificateContent {
  base::Bytes serial;  ///< content octets of a non-negative INTEGER: {0x00}, {0x01}, ...
  DistinguishedName issuer, subject;
  base::Instant not_before{}, not_after{};
  PublicKey key;
  Extensions extensions;
};

/// Makes a certificate as RACF does. Extensions have the order and criticality of certificates that RACF has made
/// (Netscape comment, keyUsage, basicConstraints, subjectAltName, issuerAltName, extKeyUsage, SKI, AKI). Throws
/// base::Fault if the serial number is negative or missing, or if RACF has no such signer.
[[nodiscard]] Certificate issue(const CertificateContent& content, const PrivateKey& signer,
                                const base::Randomness& randomness, SignatureForm form = SignatureForm::usual);

}  // namespace ringside::crypto
