// twin/load/certificates.cpp - loads the certificates of an unload: real ones from files, and stand-ins.
#include "twin/load/certificates.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "twin/load/certificate_record.hpp"
#include "twin/load/issuers.hpp"
#include "twin/load/resources.hpp"

namespace ringside::twin {
namespace {

using database::Grade;
using database::SiteFacts;

constexpr const char* facts_kind = "facts";  // waits in the staging table, by profile

const std::string base_records = waiting_kind("DIGTCERT");

/// The words of the key of a certificate.
database::SiteKey site_key(crypto::KeySpec spec) {
  switch (spec.type) {
    case crypto::KeyType::nist_ecc:
      return {"NISTECC", spec.bits};
    case crypto::KeyType::brainpool_ecc:
      return {"BPECC", spec.bits};
    case crypto::KeyType::dsa:
      return {"DSA", spec.bits};
    case crypto::KeyType::rsa:
    case crypto::KeyType::other:
      break;
  }
  return {"RSA", spec.bits};
}

/// The file of a certificate, if the folder has it. A file that has another fingerprint than the unload tells is
/// another certificate.
const SiteFile* file_of(Loading& loading, const SiteFiles& files, const std::string& profile, const SiteFacts& facts) {
  if (const SiteFile* file = files.by_fingerprint(facts.fingerprint)) return file;
  const SiteFile* file = files.by_serial(facts.serial, facts.issuer);
  if (file == nullptr || facts.fingerprint.empty()) return file;
  loading.remark("file of another certificate", profile,
                 fmt::format("{} has the same serial number and issuer, but another SHA-256", file->path));
  return nullptr;
}

void become_real(SiteFacts& facts, const SiteFile& file) {
  const crypto::Certificate& certificate = file.certificate;
  facts.grade = Grade::real;
  facts.serial = certificate.serial();
  if (facts.issuer.empty()) facts.issuer = certificate.issuer().listing();
  if (facts.subject.empty()) facts.subject = certificate.subject().listing();
  facts.not_before = certificate.not_before();
  facts.not_after = certificate.not_after();
  facts.signature_algorithm = certificate.signing_algorithm();
  facts.fingerprint = base::hex(certificate.sha256());
  facts.key = possible_key(site_key(certificate.public_key().spec()));
  facts.issuer_name = base::hex(certificate.issuer().der());
  facts.subject_name = base::hex(certificate.subject().der());
}

/// Reads all certificates, so that the issuer of each can be found among them.
void read_all(Loading& loading, const SiteFiles& files) {
  loading.staging.all(base_records, [&](const std::string& profile, const std::string&) {
    SiteFacts facts = site_facts(loading, profile);
    if (const SiteFile* file = file_of(loading, files, profile, facts)) become_real(facts, *file);
    loading.staging.put(facts_kind, profile, to_text(facts));
    Issuers::note(loading, facts);
  });
}

std::optional<database::Status> status_of(const std::string& word) {
  if (word == "TRUST") return database::Status::trust;
  if (word == "HIGHTRST") return database::Status::hightrust;
  if (word == "NOTRUST") return database::Status::notrust;
  return std::nullopt;
}

/// CERTLSER has the low eight octets of the number in hexadecimal digits.
std::int64_t last_serial(const std::string& digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return error == std::errc{} && end == digits.data() + digits.size() ? static_cast<std::int64_t>(value) : 0;
}

/// Owner and label from the records 0500 and 0207; nullopt, with a remark, if they do not name both.
std::optional<database::CertificateRecord> named_record(Loading& loading, const std::string& profile,
                                                        const std::string& line) {
  static const Field &owner = field("USCERT_NAME"), &label = field("USCERT_CERTLABL");
  const auto leave_out = [&](const char* kind, const std::string& why) {
    loading.remark(kind, profile, why + "; the certificate is left out");
    return std::nullopt;
  };
  const database::Resource base = resource_of(loading, Record(line));
  database::CertificateRecord record;
  record.profile = profile;
  record.owner = base.application_data;
  loading.staging.each("0207", profile, [&](const std::string& text) {
    const Record named(text);
    if (record.owner.empty()) record.owner = named.text(owner);
    if (named.text(owner) == record.owner && record.label.empty())
      record.label = named.text(label);
    else
      loading.remark("certificate named twice", profile,
                     fmt::format("{} has it as '{}', too", named.text(owner), named.text(label)));
  });
  if (record.label.empty())
    return leave_out("certificate without label", "no record 0207 of " + record.owner + " names it");
  if (!is_clean(record.label)) return leave_out("certificate without label", "its label has control characters");
  if (!loading.database.users.find(record.owner))
    return leave_out("certificate of nobody", "its owner " + record.owner + " is not there");
  const auto status = status_of(base.uacc);
  if (!status)
    loading.remark("status that is none", profile, "its status is " + base.uacc + "; the twin takes NOTRUST");
  record.status = status.value_or(database::Status::notrust);
  return record;
}

void read_key_marks(const Loading& loading, database::CertificateRecord& record, SiteFacts& facts) {
  static const Field &serial = field("GRCERT_LAST_SERIAL"), &request = field("GRCERT_GEN_REQ");
  const auto line = loading.staging.first("0560", record.profile);
  if (!line) return;
  const Record key(*line);
  record.last_serial = last_serial(key.text(serial));
  record.request_made = key.flag(request);
  facts.is_ca = record.last_serial != 0 || record.owner == database::certauth_owner;
}

/// Remarks on the records of a type that name a certificate which is not there.
void remark_strays(Loading& loading, const char* type, const char* kind) {
  loading.staging.all(type, [&](const std::string& profile, const std::string&) {
    if (!loading.staging.first(base_records, profile))
      loading.remark(kind, profile, fmt::format("record {} names it, and no record 0500 does", type));
  });
}

void take_file(database::CertificateRecord& record, const SiteFacts& facts, const SiteFile& file) {
  record.der = file.certificate.der();
  record.key_fingerprint = file.certificate.public_key().fingerprint();
  if (facts.has_key() && file.key) record.private_key = file.key->pkcs8();
}

}  // namespace

void keep_certificate_record(Loading& loading, const Record& record) {
  static const Field &named = field("USCERT_CERT_NAME"), &profile = field("GRCERT_NAME");
  const std::string type(record.type());
  loading.staging.put(type, record.text(type == "0207" ? named : profile), record.line());
}

Grades load_certificates(Loading& loading, const SiteFiles& files) {
  read_all(loading, files);
  Issuers issuers(loading);
  Grades grades;
  loading.staging.all(base_records, [&](const std::string& profile, const std::string& line) {
    auto record = named_record(loading, profile, line);
    if (!record) return;
    SiteFacts facts = database::read_site_facts(loading.staging.first(facts_kind, profile).value());
    read_key_marks(loading, *record, facts);
    issuers.find_signer(facts);
    if (const SiteFile* file = facts.grade == Grade::real ? files.by_fingerprint(facts.fingerprint) : nullptr)
      take_file(*record, facts, *file);
    base::from_hex(facts.subject_name, record->subject);
    const Grade grade = facts.grade;
    record->site = std::move(facts);
    if (loading.database.certificates.add_if_new(*record))
      ++grades[grade];
    else
      loading.remark(
          "label twice", profile,
          fmt::format("{} has another certificate '{}'; this one is left out", record->owner, record->label));
  });
  remark_strays(loading, "0207", "label without certificate");
  remark_strays(loading, "0560", "dates without certificate");
  remark_strays(loading, "1560", "names without certificate");
  return grades;
}

}  // namespace ringside::twin
