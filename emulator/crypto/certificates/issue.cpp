// emulator/crypto/certificates/issue.cpp - making certificates. The DER is written by hand: the same bytes on every
// OpenSSL, and fast.
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/certificate_state.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

// The algorithm stands inside the signed part too, so it is asked for before there is anything to sign.
Bytes tbs_certificate(const CertificateContent& content, const Bytes& algorithm) {
  if (content.serial.empty() || (content.serial.front() & 0x80) != 0) {
    throw base::Fault("a certificate's serial number must be a non-negative INTEGER");
  }
  const Bytes version_3 = der::wrap(der::context(0), der::integer(2));
  return der::sequence({version_3, der::wrap(der::integer_tag, content.serial), algorithm, content.issuer.der(),
                        der::sequence({der::time(content.not_before), der::time(content.not_after)}),
                        content.subject.der(), content.key.spki(),
                        der::wrap(der::context(3), write_extensions(content.extensions, NetscapeComment::written))});
}

}  // namespace

Certificate issue(const CertificateContent& content, const PrivateKey& signer, const base::Randomness& randomness,
                  SignatureForm form) {
  const Bytes tbs = tbs_certificate(content, signature_identifier(signer.spec(), form));
  const Signature signature = sign(signer, tbs, randomness, form);
  const Bytes der = der::sequence({tbs, signature.algorithm, der::bit_string(signature.value)});
  auto fields = Certificate::read_fields(der);
  if (!fields) throw base::Fault("a certificate was written wrongly: " + fields.error().detail);
  Certificate certificate;
  certificate.state_ = std::move(*fields);
  certificate.state_->key = content.key;
  return certificate;
}

}  // namespace ringside::crypto
