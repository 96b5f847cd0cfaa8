// emulator/racf/racdcert/keep.cpp - putting a certificate into the database.
//
// RACF names a DIGTCERT profile after the serial number and the issuer, never after the key or the label. Two CAs made
// by the same default job on two systems therefore share a name, and only one of them fits: IRRD109I.
#include "emulator/racf/racdcert/keep.hpp"

#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert_functions {
namespace {

void report_added(Context& context, const database::CertificateRecord& record) {
  if (rules::report_added_certificates) context.say(MessageId::irrd199i, {record.label, Owner{record.owner}.phrase()});
}

}  // namespace

Result<void> require_new_profile(Context& context, const std::string& profile) {
  if (context.database().certificates.by_profile(profile)) return refuse(MessageId::irrd109i, profile);
  return {};
}

std::optional<Stored> renewed_by(Context& context, const Owner& owner, const crypto::Certificate& certificate) {
  for (auto& record : context.database().certificates.by_key(certificate.public_key().fingerprint()))
    if (record.owner == owner.id && record.private_key) return load(std::move(record));
  return std::nullopt;
}

void keep_renewal(Context& context, const Stored& existing, const crypto::Certificate& certificate,
                  database::Status status) {
  database::CertificateRecord record = existing.record;
  record.profile = profile_name(certificate);
  record.status = status;
  record.der = certificate.der();
  record.subject = certificate.subject().der();
  record.request_made = false;
  context.database().certificates.replace(record);
  context.changed("DIGTCERT");
  if (!context.database().rings.by_certificate(record.id).empty()) context.changed("DIGTRING");
  report_added(context, record);
  context.diagnose("the certificate with label '" + record.label + "' replaces " + existing.record.profile +
                   ", which has the same key; label, private key and rings are kept");
}

void keep_new(Context& context, database::CertificateRecord record, database::Status status) {
  record.status = status;
  context.database().certificates.add(record);
  context.changed("DIGTCERT");
  report_added(context, record);
}

}  // namespace ringside::racf::racdcert_functions
