// emulator/racf/racdcert/certificates/store_certificate.cpp - putting a certificate into the database.
//
// RACF names a DIGTCERT profile after the serial number and the issuer, never after the key or the label. Two CAs made
// by the same default job on two systems therefore share a name, and only one of them fits: IRRD109I.
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"

#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

void report_added(Context& context, const database::CertificateRecord& record) {
  if (rules::report_added_certificates) context.say(MessageId::irrd199i, {record.label, Owner{record.owner}.phrase()});
}

// The record is read again: a CA that signs its own request has counted on since it was found.
void keep_renewal(Context& context, const Stored& existing, const crypto::Certificate& certificate,
                  const std::optional<KeyToKeep>& key, database::Status status) {
  database::CertificateRecord record = *context.database().certificates.by_id(existing.record.id);
  record.profile = profile_name(certificate);
  record.status = status;
  record.der = certificate.der();
  record.subject = certificate.subject().der();
  record.request_made = false;
  if (key && key->home.in_icsf && record.private_key) keep_key(context, record, *key);
  context.database().certificates.replace(record);
  if (!context.database().rings.by_certificate(record.id).empty()) context.changed("DIGTRING");
  report_added(context, record);
  context.diagnose("the certificate with label '" + record.label + "' replaces " + existing.record.profile +
                   ", which has the same key; label, private key and rings are kept");
}

}  // namespace

Result<Place> new_place(Context& context, const Request& request) {
  const std::string label = label_value(request.operands.value_of("WITHLABEL"));
  if (label.empty()) return Place{std::nullopt, default_label(context, request.owner)};
  if (auto refused = require_unused_label(context, request.owner, label); !refused)
    return tl::make_unexpected(refused.error());
  return Place{std::nullopt, label};
}

Result<Place> find_place(Context& context, const Request& request, const crypto::PublicKey& key) {
  for (auto& record : context.database().certificates.by_key(key.fingerprint())) {
    if (record.owner != request.owner.id || !record.has_key()) continue;
    const std::string given = label_value(request.operands.value_of("WITHLABEL"));
    if (!given.empty() && given != record.label)
      context.diagnose("WITHLABEL('" + given + "') is ignored: a renewal keeps the label '" + record.label + "'");
    Place place{std::nullopt, record.label};
    place.renewed = load(std::move(record));
    return place;
  }
  return new_place(context, request);
}

void keep(Context& context, const Owner& owner, const Place& place, const crypto::Certificate& certificate,
          const std::optional<KeyToKeep>& key, database::Status status) {
  context.changed("DIGTCERT");
  if (place.renewed) {
    keep_renewal(context, *place.renewed, certificate, key, status);
    return;
  }
  database::CertificateRecord record = make_record(owner, place.label, certificate);
  if (key) keep_key(context, record, *key);
  record.status = status;
  context.database().certificates.add(record);
  report_added(context, record);
}

Result<void> require_new_profile(Context& context, const std::string& profile) {
  if (context.database().certificates.by_profile(profile)) return refuse(MessageId::irrd109i, profile);
  return {};
}

base::Bytes serial_octets(std::int64_t number) {
  base::Bytes octets;
  do {
    octets.insert(octets.begin(), static_cast<std::uint8_t>(number & 0xff));
    number >>= 8;
  } while (number > 0);
  if ((octets.front() & 0x80) != 0) octets.insert(octets.begin(), 0);
  return octets;
}

}  // namespace ringside::racf::racdcert
