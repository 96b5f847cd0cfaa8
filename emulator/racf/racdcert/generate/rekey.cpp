// emulator/racf/racdcert/generate/rekey.cpp - RACDCERT REKEY (Command Language Reference, RACDCERT REKEY; Security
// Administrator's Guide, "Renewing a certificate with a new key pair").
#include "emulator/racf/racdcert/generate/rekey.hpp"

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/racdcert/signature.hpp"

namespace ringside::racf::racdcert {
namespace {

// Without NOTAFTER the new certificate is valid for as long as its source.
Result<Period> rekey_period(Context& context, const ValidityOperands& validity, const crypto::Certificate& source) {
  auto period = period_for(context, validity);
  if (!period || validity.not_after->has_value()) return period;
  period->not_after = period->not_before + (source.not_after() - source.not_before());
  return period;
}

crypto::Extensions rekey_extensions(const crypto::Certificate& source, const crypto::PublicKey& key) {
  crypto::Extensions extensions;
  extensions.key_usage = source.extensions().key_usage;
  extensions.basic_constraints = source.extensions().basic_constraints;
  extensions.subject_alt_names = source.extensions().subject_alt_names;
  extensions.subject_alt_names_der = source.extensions().subject_alt_names_der;
  extensions.subject_key_id = key.key_identifier();
  return extensions;
}

crypto::CertificateContent rekey_content(const crypto::Certificate& source, const Period& period,
                                         const crypto::PublicKey& key) {
  const crypto::DistinguishedName subject = source.subject();
  return {{}, subject, subject, period.not_before, period.not_after, key, rekey_extensions(source, key)};
}

// Every self-signed certificate has serial number 00. If the source has the same name and that number, the next free
// number is used.
crypto::Certificate sign_itself(Context& context, crypto::CertificateContent content, const crypto::PrivateKey& key,
                                std::int64_t last_serial, crypto::SignatureForm form) {
  content.serial = serial_octets(0);
  for (;;) {
    crypto::Certificate certificate = crypto::issue(content, key, context.randomness(), form);
    if (!context.database().certificates.by_profile(profile_name(certificate))) return certificate;
    content.serial = serial_octets(++last_serial);
  }
}

}  // namespace

RekeyOperands read_rekey(const Request& request) {
  return {request.owner,
          read_selection(request),
          read_label(request.operands, "WITHLABEL"),
          read_key_operands(request),
          read_validity(request),
          request.operands.has("SIGATTR")};
}

Result<void> rekey(Context& context, const RekeyOperands& operands) {
  const auto& [owner, selection, with_label, key_operands, validity, rsa_pss] = operands;
  if (auto missing = require(selection.label.has_value(), "LABEL"); !missing) return missing;
  if (auto refused = authorize_selected(context, "REKEY", owner, selection); !refused) return refused;
  const auto source = select_certificate(context, owner, selection);
  if (!source) return refusal_of(source);
  if (!signing_key_of(context.session(), source->record)) return refuse(MessageId::irrd128i, "REKEY");
  const auto plan = plan_key(context, owner, with_label, key_operands, source->certificate.public_key().spec());
  if (!plan) return refusal_of(plan);
  const auto period = rekey_period(context, validity, source->certificate);
  if (!period) return refusal_of(period);
  const auto form = signature_form(context, rsa_pss, plan->spec);
  if (!form) return refusal_of(form);
  const auto place = new_place(context, owner, with_label);
  if (!place) return refusal_of(place);
  const KeyToStore key = make_key(context, *plan);
  const auto certificate = sign_itself(context, rekey_content(source->certificate, *period, key.key.public_key()),
                                       key.key, source->record.last_serial, *form);
  store_certificate(context, owner, *place, certificate, key, database::Status::trust);
  return {};
}

}  // namespace ringside::racf::racdcert
