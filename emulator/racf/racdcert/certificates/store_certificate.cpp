// emulator/racf/racdcert/certificates/store_certificate.cpp - stores a certificate in the database.
//
// RACF makes the name of a DIGTCERT profile from the serial number and the issuer, not from the key or the label. So
// two CAs that the same default job makes on two systems have one name, and a database can hold only one of them:
// IRRD109I.
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"

#include "emulator/racf/private_key.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

void report_added(Context& context, const database::CertificateRecord& record) {
  if (rules::report_added_certificates) context.say(MessageId::irrd199i, {record.label, Owner{record.owner}.phrase()});
}

/// A renewal of a twin's certificate is one of the lab's own, with the key that signed the request.
void become_own(Context& context, database::CertificateRecord& record, const crypto::Certificate& certificate) {
  if (!record.site) return;
  if (const auto key = signing_key_of(context.session(), record)) record.private_key = key->pkcs8();
  record.key_fingerprint = certificate.public_key().fingerprint();
  record.site.reset();
}

// Reads the record again: if a CA signs its own request, its last serial number has changed since it was found.
void store_renewal(Context& context, const Stored& existing, const crypto::Certificate& certificate,
                   const std::optional<KeyToStore>& key, database::Status status) {
  database::CertificateRecord record = *context.database().certificates.by_id(existing.record.id);
  become_own(context, record, certificate);
  record.profile = profile_name(certificate);
  record.status = status;
  record.der = certificate.der();
  record.subject = certificate.subject().der();
  record.request_made = false;
  if (key && key->location.in_icsf && record.private_key) store_key(context, record, *key);
  context.database().certificates.replace(record);
  if (!context.database().rings.by_certificate(record.id).empty()) context.changed("DIGTRING");
  report_added(context, record);
  context.diagnose("the certificate with label '" + record.label + "' replaces " + existing.record.profile +
                   ", which has the same key; label, private key and rings are kept");
}

}  // namespace

Result<Place> new_place(Context& context, const Owner& owner, const std::optional<std::string>& with_label) {
  const std::string label = new_label(context, owner, with_label);
  if (auto refused = require_unused_label(context, owner, label); !refused) return refusal_of(refused);
  return Place{std::nullopt, label};
}

Result<Place> find_place(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                         const crypto::PublicKey& key) {
  for (auto& record : context.database().certificates.by_key(key.fingerprint())) {
    if (record.owner != owner.id || !record.has_key()) continue;
    const std::string given = with_label.value_or("");
    if (!given.empty() && given != record.label)
      context.diagnose("WITHLABEL('" + given + "') is ignored: a renewal keeps the label '" + record.label + "'");
    Place place{std::nullopt, record.label};
    place.renewed = load(std::move(record));
    return place;
  }
  return new_place(context, owner, with_label);
}

void store_certificate(Context& context, const Owner& owner, const Place& place, const crypto::Certificate& certificate,
                       const std::optional<KeyToStore>& key, database::Status status) {
  context.changed("DIGTCERT");
  if (place.renewed) {
    store_renewal(context, *place.renewed, certificate, key, status);
    return;
  }
  database::CertificateRecord record = make_record(owner, place.label, certificate);
  if (key) store_key(context, record, *key);
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
