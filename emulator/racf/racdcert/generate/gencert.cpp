// emulator/racf/racdcert/generate/gencert.cpp - GENCERT: makes a certificate, self-signed or signed by one of the
// database.
//
// The order of the checks decides which message a second run of a set-up job shows; docs/rulings.md decides it:
// dates before the signer, the label before the profile name.
#include <optional>

#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/generate/gencert_plan.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// The signer counts; a self-signed certificate always has serial number 00.
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

Result<crypto::Certificate> make_certificate(Context& context, const Request& request, Plan& plan,
                                             const std::optional<KeyToKeep>& key) {
  auto content = content_of(request, plan, plan.subject, key ? key->key.public_key() : plan.request->key);
  if (!content) return tl::make_unexpected(content.error());
  return sign_next(context, plan, std::move(*content), key ? key->key : plan.signer->key);
}

}  // namespace

Result<void> gencert(Context& context, const Request& request) {
  auto plan = plan_gencert(context, request);
  if (!plan) return tl::make_unexpected(plan.error());
  const auto place = plan->request ? find_place(context, request, plan->request->key) : new_place(context, request);
  if (!place) return tl::make_unexpected(place.error());
  std::optional<KeyToKeep> key;
  if (!plan->request) key = make_key(context, plan->key);
  const auto certificate = make_certificate(context, request, *plan, key);
  if (!certificate) return tl::make_unexpected(certificate.error());
  if (auto refused = require_new_profile(context, profile_name(*certificate)); !refused) return refused;
  const database::Status status = judge_dates(context, *plan, place->label);
  if (plan->signer) context.database().certificates.replace(plan->signer->stored.record);
  keep(context, request.owner, *place, *certificate, key, status);
  return {};
}

}  // namespace ringside::racf::racdcert
