// emulator/racf/racdcert/certificates/key_mismatch.cpp - a certificate whose key is not the one that is expected.
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

void remark_foreign_key(Context& context, const Request& request, const crypto::Certificate& certificate) {
  const std::string label = label_value(request.operands.value_of("WITHLABEL"));
  const std::string key = certificate.public_key().fingerprint();
  const base::Bytes subject = certificate.subject().der();
  std::optional<database::CertificateRecord> expected;
  for (const auto& record : context.database().certificates.by_owner(request.owner.id)) {
    if (!record.has_key()) continue;
    if (record.key_fingerprint == key) return;
    // A partner's CA of an equal name comes without its key as a rule.
    const bool awaited = record.subject == subject && (record.request_made || request.owner.is_user());
    if (!expected && (record.label == label || awaited)) expected = record;
  }
  if (expected)
    context.diagnose("the private key of this certificate is not here: " + both_keys(certificate, *expected) +
                     "; a certificate fits only the key that its request was made with");
}

}  // namespace ringside::racf::racdcert
