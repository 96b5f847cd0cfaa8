// emulator/crypto/certificates/issue.cpp - certificates in DER written by hand: fast, and the same octets under every
// OpenSSL release.
#include "emulator/crypto/certificates/issue.hpp"

#include "base/fault.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/sign.hpp"

namespace ringside::crypto {

using base::Bytes;

Bytes sign_certificate(const TbsCertificate& content, const PrivateKey& signer, const SignatureAlgorithm& algorithm,
                       const base::Randomness& randomness) {
  const Bytes version = content.version == 1 ? Bytes() : der::wrap(der::context(0), der::integer(2));
  const Bytes extensions = content.extensions.empty() ? Bytes() : der::wrap(der::context(3), content.extensions);
  const Bytes tbs =
      der::sequence({version, der::wrap(der::integer_tag, content.serial), signature_identifier(algorithm),
                     content.issuer, der::sequence({der::time(content.not_before), der::time(content.not_after)}),
                     content.subject, content.key, extensions});
  return signed_der(tbs, signer, algorithm, randomness);
}

Certificate issue(const CertificateContent& content, const PrivateKey& signer, const base::Randomness& randomness,
                  SignatureForm form) {
  if (content.serial.empty() || (content.serial.front() & 0x80) != 0)
    throw base::Fault("a certificate's serial number must be a non-negative INTEGER");
  const Bytes extensions = write_extensions(content.extensions, NetscapeComment::written);
  TbsCertificate tbs;
  tbs.serial = content.serial;
  tbs.issuer = content.issuer.der();
  tbs.subject = content.subject.der();
  tbs.not_before = content.not_before;
  tbs.not_after = content.not_after;
  tbs.key = content.key.spki();
  tbs.extensions = extensions;
  return Certificate::from_own(sign_certificate(tbs, signer, racf_signature(signer.spec(), form), randomness),
                               content.key);
}

}  // namespace ringside::crypto
