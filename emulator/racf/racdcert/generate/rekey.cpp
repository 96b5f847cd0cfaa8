// emulator/racf/racdcert/generate/rekey.cpp - REKEY and ROLLOVER: a new key pair for a certificate, and the old one's
// retirement (Command Language Reference, RACDCERT REKEY and ROLLOVER; Security Administrator's Guide, "Renewing a
// certificate with a new key pair").
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/generate/key_operands.hpp"
#include "emulator/racf/racdcert/generate/signature.hpp"
#include "emulator/racf/racdcert/generate/validity.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {
namespace {

// Without dates the new certificate is valid from today for as long as its source was.
Result<Period> rekey_period(Context& context, const Request& request, const crypto::Certificate& source) {
  auto period = period_operands(context, request.operands);
  if (!period || request.operands.has("NOTAFTER")) return period;
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

// Serial 00 as for every self-signed certificate, unless the source (self-signed under the same name) has that already.
crypto::Certificate sign_itself(Context& context, crypto::CertificateContent content, const crypto::PrivateKey& key,
                                std::int64_t last_serial, crypto::SignatureForm form) {
  content.serial = serial_octets(0);
  for (;;) {
    crypto::Certificate certificate = crypto::issue(content, key, context.randomness(), form);
    if (!context.database().certificates.by_profile(profile_name(certificate))) return certificate;
    content.serial = serial_octets(++last_serial);
  }
}

// A certificate is rolled over to one that can take its part; FORCE says that the administrator knows better.
Result<void> check_successor(const Stored& old, const Stored& successor) {
  const auto different = [](const char* what) {
    return refuse(MessageId::rsd215i, std::string("their ") + what + " differ");
  };
  if (!(old.certificate.subject() == successor.certificate.subject())) return different("subject names");
  if (old.certificate.extensions().key_usage != successor.certificate.extensions().key_usage)
    return different("key usages");
  return {};
}

void take_places(Context& context, const Stored& old, const Stored& successor) {
  auto& rings = context.database().rings;
  for (const database::Ring& ring : rings.by_certificate(old.record.id)) {
    for (const database::RingMember& member : rings.members(ring.id)) {
      if (member.certificate_id != old.record.id) continue;
      if (member.usage == database::Usage::personal) {
        rings.replace_member(ring.id, old.record.id, successor.record.id);
      } else {
        rings.connect(ring.id, {successor.record.id, member.usage, false});
      }
    }
    context.changed("DIGTRING");
  }
}

}  // namespace

Result<void> rekey(Context& context, const Request& request) {
  if (auto missing = require(request.function, "LABEL"); !missing) return missing;
  if (auto refused = authorize_selected(context, "REKEY", request.owner, request.function); !refused) return refused;
  const auto source = select_certificate(context, request.owner, request.function);
  if (!source) return tl::make_unexpected(source.error());
  if (!signing_key_of(context.session(), source->record)) return refuse(MessageId::irrd128i, "REKEY");
  const auto plan = key_operands(context, request, source->certificate.public_key().spec());
  if (!plan) return tl::make_unexpected(plan.error());
  const auto period = rekey_period(context, request, source->certificate);
  if (!period) return tl::make_unexpected(period.error());
  const auto form = signature_operand(context, request, plan->spec);
  if (!form) return tl::make_unexpected(form.error());
  const auto place = new_place(context, request);
  if (!place) return tl::make_unexpected(place.error());
  const KeyToKeep key = make_key(context, *plan);
  const crypto::DistinguishedName subject = source->certificate.subject();
  const crypto::Certificate certificate = sign_itself(context,
                                                      {{},
                                                       subject,
                                                       subject,
                                                       period->not_before,
                                                       period->not_after,
                                                       key.key.public_key(),
                                                       rekey_extensions(source->certificate, key.key.public_key())},
                                                      key.key, source->record.last_serial, *form);
  keep(context, request.owner, *place, certificate, key, database::Status::trust);
  return {};
}

Result<void> rollover(Context& context, const Request& request) {
  if (auto missing = require(request.function, "LABEL"); !missing) return missing;
  if (auto refused = authorize_selected(context, "ROLLOVER", request.owner, request.function); !refused) return refused;
  if (auto missing = require(request.operands, "NEWLABEL"); !missing) return missing;
  auto old = select_certificate(context, request.owner, request.function);
  if (!old) return tl::make_unexpected(old.error());
  auto successor = select_by_label(context, request.owner, request.operands.value_of("NEWLABEL"));
  if (!successor) return tl::make_unexpected(successor.error());
  if (old->record.id == successor->record.id) return refuse(MessageId::rsd215i, "they are the same certificate");
  if (!successor->record.has_key()) return refuse(MessageId::irrd128i, "ROLLOVER");
  if (!request.operands.has("FORCE")) {
    if (!old->record.has_key()) return refuse(MessageId::irrd128i, "ROLLOVER");
    if (auto refused = check_successor(*old, *successor); !refused) return refused;
  }
  take_places(context, *old, *successor);
  successor->record.last_serial = std::max(successor->record.last_serial, old->record.last_serial);
  drop_icsf_key(context, old->record);
  old->record.private_key.reset();
  old->record.pkds_label.clear();
  old->record.request_made = false;
  context.database().certificates.replace(old->record);
  context.database().certificates.replace(successor->record);
  context.changed("DIGTCERT");
  context.diagnose("the private key of label '" + old->record.label +
                   "' is gone: the certificate verifies and signs no more");
  return {};
}

}  // namespace ringside::racf::racdcert
