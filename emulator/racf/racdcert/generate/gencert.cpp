// emulator/racf/racdcert/generate/gencert.cpp - RACDCERT GENCERT.
//
// The order of the checks (rulings.md) determines the message of a second run of a set-up job: dates before the
// signer, the label before the profile name.
#include "emulator/racf/racdcert/generate/gencert.hpp"

#include <optional>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// The serial number is the signer's next one. A self-signed certificate always has 00.
crypto::Certificate sign_next(Context& context, Plan& plan, crypto::CertificateContent content,
                              const crypto::PrivateKey& key) {
  if (!plan.signer) {
    content.serial = serial_octets(0);
    return crypto::issue(content, key, context.randomness(), plan.form);
  }
  database::CertificateRecord& signer = plan.signer->stored.record;
  for (;;) {
    content.serial = serial_octets(++signer.last_serial);
    crypto::Certificate certificate = crypto::issue(content, plan.signer->key, context.randomness(), plan.form);
    if (!rules::skip_taken_serials || !context.database().certificates.by_profile(profile_name(certificate)))
      return certificate;
  }
}

Result<crypto::Certificate> make_certificate(Context& context, Plan& plan, const std::optional<KeyToStore>& key) {
  auto content = content_of(plan, plan.subject, key ? key->key.public_key() : plan.request->key);
  if (!content) return refusal_of(content);
  return sign_next(context, plan, std::move(*content), key ? key->key : plan.signer->key);
}

}  // namespace

Result<void> gencert(Context& context, const GencertOperands& operands) {
  auto plan = plan_gencert(context, operands);
  if (!plan) return refusal_of(plan);
  const auto place = plan->request ? find_place(context, operands.owner, operands.with_label, plan->request->key)
                                   : new_place(context, operands.owner, operands.with_label);
  if (!place) return refusal_of(place);
  std::optional<KeyToStore> key;
  if (!plan->request) key = make_key(context, plan->key);
  const auto certificate = make_certificate(context, *plan, key);
  if (!certificate) return refusal_of(certificate);
  if (auto refused = require_new_profile(context, profile_name(*certificate)); !refused) return refused;
  const database::Status status = report_dates(context, *plan, place->label);
  if (plan->signer) context.database().certificates.replace(plan->signer->stored.record);
  store_certificate(context, operands.owner, *place, *certificate, key, status);
  return {};
}

}  // namespace ringside::racf::racdcert
