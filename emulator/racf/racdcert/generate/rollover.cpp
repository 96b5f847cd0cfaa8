// emulator/racf/racdcert/generate/rollover.cpp - RACDCERT ROLLOVER (Command Language Reference, RACDCERT ROLLOVER;
// Security Administrator's Guide, "Renewing a certificate with a new key pair").
#include "emulator/racf/racdcert/generate/rollover.hpp"

#include <algorithm>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/key_location.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {
namespace {

// Both certificates must have the same subject name and key usage. FORCE skips this check.
Result<void> check_successor(const Stored& old, const Stored& successor) {
  const auto different = [](const char* what) {
    return refuse(MessageId::rsd215i, std::string("their ") + what + " differ");
  };
  if (!(old.certificate.subject() == successor.certificate.subject())) return different("subject names");
  if (old.certificate.extensions().key_usage != successor.certificate.extensions().key_usage)
    return different("key usages");
  return {};
}

// Replaces the old certificate in its rings. As a CERTAUTH or SITE certificate the old one stays there beside the new
// one.
void replace_in_rings(Context& context, const Stored& old, const Stored& successor) {
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

RolloverOperands read_rollover(const Request& request) {
  return {request.owner, read_selection(request), read_label(request.operands, "NEWLABEL"),
          request.operands.has("FORCE")};
}

Result<void> rollover(Context& context, const RolloverOperands& operands) {
  const auto& [owner, selection, new_label, force] = operands;
  if (auto missing = require(selection.label.has_value(), "LABEL"); !missing) return missing;
  if (auto refused = authorize_selected(context, "ROLLOVER", owner, selection); !refused) return refused;
  if (auto missing = require(new_label.has_value(), "NEWLABEL"); !missing) return missing;
  auto old = select_certificate(context, owner, selection);
  if (!old) return refusal_of(old);
  auto successor = select_certificate(context, owner, {new_label});
  if (!successor) return refusal_of(successor);
  if (old->record.id == successor->record.id) return refuse(MessageId::rsd215i, "they are the same certificate");
  if (!successor->record.has_key()) return refuse(MessageId::irrd128i, "ROLLOVER");
  if (!force) {
    if (!old->record.has_key()) return refuse(MessageId::irrd128i, "ROLLOVER");
    if (auto refused = check_successor(*old, *successor); !refused) return refused;
  }
  replace_in_rings(context, *old, *successor);
  successor->record.last_serial = std::max(successor->record.last_serial, old->record.last_serial);
  remove_icsf_key(context, old->record);
  old->record.drop_key();
  old->record.request_made = false;
  context.database().certificates.replace(old->record);
  context.database().certificates.replace(successor->record);
  context.changed("DIGTCERT");
  context.diagnose("the private key of label '" + old->record.label +
                   "' is gone: the certificate verifies and signs no more");
  return {};
}

}  // namespace ringside::racf::racdcert
