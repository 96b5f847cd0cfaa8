// emulator/racf/prepared/prepared_system.cpp - what a new system of a lab holds besides an empty RACF.
#include "emulator/racf/prepared/prepared_system.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/resources/raclist.hpp"

namespace ringside::racf {
namespace {

constexpr const char* first_user = "IBMUSER";

// DIGTCERT, DIGTRING and DIGTNMAP are not RACLISTed, so that changes of certificates and rings need no refresh until a
// job asks for it.
constexpr std::array classes{
    PreparedClass{"ACCTNUM"},
    PreparedClass{"APPL"},
    PreparedClass{"CDT", false},
    PreparedClass{"CSFKEYS"},
    PreparedClass{"CSFSERV"},
    PreparedClass{"DIGTCERT", false, false},
    PreparedClass{"DIGTNMAP", false, false},
    PreparedClass{"DIGTRING", false, false},
    PreparedClass{"EJBROLE"},
    PreparedClass{"FACILITY"},
    PreparedClass{"LOGSTRM"},
    PreparedClass{"OPERCMDS"},
    PreparedClass{"PTKTDATA"},
    PreparedClass{"RDATALIB"},
    PreparedClass{"SDSF"},
    PreparedClass{"SERVAUTH"},
    PreparedClass{"SERVER"},
    PreparedClass{"STARTED"},
    PreparedClass{"SURROGAT"},
    PreparedClass{"TSOAUTH"},
    PreparedClass{"TSOPROC"},
    PreparedClass{"UNIXPRIV"},
    PreparedClass{"XFACILIT"},
    PreparedClass{"ZMFAPLA"},
};

// The profile for rings is generic, since jobs define the discrete one IRR.DIGTCERT.LISTRING themselves.
constexpr std::array profiles{
    PreparedProfile{"FACILITY", "BPX.NEXT.USER", false, "100000/100000", "",
                    "AUTOUID and AUTOGID assign the numbers from 100000"},
    PreparedProfile{"FACILITY", "IRR.DIGTCERT.LISTRING*", true, "", "READ", "users read and list their own rings"},
    PreparedProfile{"UNIXPRIV", "SHARED.IDS", false, "", "", "a UID or GID in use is refused without SHARED"},
};

constexpr std::array fields{
    PreparedField{"GROUP", "SYS1", "OMVS", "GID", "0"},
    PreparedField{"USER", "IBMUSER", "OMVS", "UID", "0"},
    PreparedField{"USER", "IBMUSER", "OMVS", "HOME", "/"},
    PreparedField{"USER", "IBMUSER", "OMVS", "PROGRAM", "/bin/sh"},
};

#define RINGSIDE_SUPPLIED(label, source, profile, fingerprint, subject, der) \
  SuppliedCertificate{label, source, profile, fingerprint, subject, der},
constexpr std::array supplied{
#include "emulator/racf/prepared/supplied_certificates.inc"
};
#undef RINGSIDE_SUPPLIED

void put_profile(database::SecurityDatabase& racf, const PreparedProfile& row, base::Instant now) {
  database::Resource profile;
  profile.profile_class = row.profile_class;
  profile.name = row.name;
  profile.generic = row.generic;
  profile.owner = first_user;
  profile.application_data = row.application_data;
  profile.created = now;
  racf.resources.put(profile);
  if (!row.access_of_all.empty())
    racf.resources.permit(profile.profile_class, profile.name, {"*", std::string(row.access_of_all)});
}

void put_field(database::SecurityDatabase& racf, const PreparedField& row) {
  racf.segments.put(std::string(row.profile_class), std::string(row.profile), std::string(row.segment),
                    std::string(row.field), std::string(row.value));
}

void put_certificate(database::SecurityDatabase& racf, const SuppliedCertificate& row) {
  database::CertificateRecord record;
  record.owner = database::certauth_owner;
  record.label = row.label;
  record.profile = row.profile;
  record.status = database::Status::notrust;
  record.der = crypto::decode_base64(row.certificate).value();
  record.key_fingerprint = row.key_fingerprint;
  record.subject = crypto::decode_base64(row.subject).value();
  racf.certificates.add(record);
}

bool has_profiles(const PreparedClass& row) {
  return std::any_of(profiles.begin(), profiles.end(),
                     [&](const PreparedProfile& profile) { return profile.profile_class == row.name; });
}

void prepare(Session& session) {
  database::SecurityDatabase& racf = session.database;
  for (const PreparedClass& row : classes) racf.classes.put(options_of(row));
  for (const PreparedProfile& row : profiles) put_profile(racf, row, session.lab.now());
  for (const PreparedField& row : fields) put_field(racf, row);
  for (const SuppliedCertificate& row : supplied) put_certificate(racf, row);
  Context context(session);
  for (const PreparedClass& row : classes)
    if (row.raclisted && has_profiles(row)) load_in_storage(context, std::string(row.name));
}

}  // namespace

std::span<const PreparedClass> prepared_classes() {
  return classes;
}

database::ClassOption options_of(const PreparedClass& row) {
  database::ClassOption option{std::string(row.name), {"CLASSACT"}};
  if (row.generic)
    for (const char* word : {"GENERIC", "GENCMD"}) option.options.insert(word);
  if (row.raclisted) option.options.insert("RACLIST");
  return option;
}

std::span<const PreparedProfile> prepared_profiles() {
  return profiles;
}

std::span<const PreparedField> prepared_fields() {
  return fields;
}

std::span<const SuppliedCertificate> supplied_certificates() {
  return supplied;
}

bool is_supplied(const database::CertificateRecord& record) {
  return record.owner == database::certauth_owner && record.status == database::Status::notrust && !record.has_key() &&
         std::any_of(supplied.begin(), supplied.end(),
                     [&](const SuppliedCertificate& row) { return row.label == record.label; });
}

bool add_system(lab::Lab& lab, database::SystemRecord& record, Preparation preparation) {
  auto savepoint = lab.savepoint();
  const bool is_new = lab.add_system(record);
  if (is_new && record.kind == "zos" && preparation == Preparation::prepared) {
    Session session(lab, record, first_user);
    prepare(session);
  }
  savepoint.keep();
  return is_new;
}

}  // namespace ringside::racf
