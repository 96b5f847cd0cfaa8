// emulator/racf/racdcert/certificates/key_mismatch.cpp - remarks on a certificate whose public key is not the
// expected one.
#include "emulator/racf/racdcert/certificates/key_mismatch.hpp"

#include <fmt/format.h>

namespace ringside::racf::racdcert {
namespace {

std::string both_keys(const crypto::Certificate& certificate, const database::CertificateRecord& other) {
  return fmt::format("its public key has SHA-256 {}, that of label '{}' {}", certificate.public_key().fingerprint(),
                     other.label, other.key_fingerprint);
}

}  // namespace

void remark_defined_key(Context& context, const database::CertificateRecord& defined,
                        const crypto::Certificate& certificate) {
  if (defined.key_fingerprint == certificate.public_key().fingerprint()) return;
  context.diagnose("the certificate has the serial number and issuer of one with another key: " +
                   both_keys(certificate, defined));
}

void remark_missing_key(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                        const crypto::Certificate& certificate) {
  const std::string key = certificate.public_key().fingerprint();
  const base::Bytes subject = certificate.subject().der();
  std::optional<database::CertificateRecord> expected;
  for (const auto& record : context.database().certificates.by_owner(owner.id)) {
    if (!record.has_key()) continue;
    if (record.key_fingerprint == key) return;
    // A partner's CA may have the same name, and is normally added without its key.
    const bool awaited = record.subject == subject && (record.request_made || owner.is_user());
    if (!expected && (record.label == with_label || awaited)) expected = record;
  }
  if (expected)
    context.diagnose("the private key of this certificate is not here: " + both_keys(certificate, *expected) +
                     "; a certificate fits only the key that its request was made with");
}

}  // namespace ringside::racf::racdcert
