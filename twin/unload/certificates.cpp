// twin/unload/certificates.cpp - certificates and key rings as records of an unload.
#include "twin/unload/certificates.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "emulator/racf/racdcert/certificates/certificate_facts.hpp"
#include "emulator/racf/resources/certificate_profiles.hpp"
#include "twin/unload/resources.hpp"

namespace ringside::twin {
namespace {

constexpr const char* certificate_class = "DIGTCERT";
constexpr const char* ring_class = "DIGTRING";

/// The words of CERTN_SIG_ALG (Macros and Interfaces, "General resource certificate information record").
constexpr std::array<std::string_view, 13> signature_words{
    "md2RSA",    "md5RSA",    "sha1RSA",     "sha1DSA",     "sha256RSA",   "sha224RSA",  "sha384RSA",
    "sha512RSA", "sha1ECDSA", "sha256ECDSA", "sha224ECDSA", "sha384ECDSA", "sha512ECDSA"};

std::string_view signature_word(std::string_view algorithm) {
  const auto* const found = std::find(signature_words.begin(), signature_words.end(), algorithm);
  return found == signature_words.end() ? "UNKNOWN" : *found;
}

std::string key_word(Output& output, const database::CertificateRecord& record, const racf::CertificateFacts& facts) {
  if (record.site && record.site->has_key()) return record.site->key_type;
  if (!record.has_key()) return "";
  if (record.pkds_label.empty()) return facts.key.type == crypto::KeyType::dsa ? "DSA" : "PKCSDER";
  const auto key = output.database().icsf_keys.find(record.pkds_label);
  return key && key->modulus_exponent ? "ICSFTOKN" : "PCICCTKN";
}

int key_bits(const database::CertificateRecord& record, const racf::CertificateFacts& facts) {
  if (record.site && record.site->has_key()) return record.site->key_size;
  return record.has_key() ? facts.key.bits : 0;
}

void write_certificate(Output& output, const database::CertificateRecord& record) {
  database::Resource profile;
  profile.profile_class = certificate_class;
  profile.name = record.profile;
  profile.owner = record.owner;
  profile.uacc = racf::status_word(record.status);
  profile.application_data = record.owner;
  output.write(resource_base(output, profile));
}

void write_certificate_data(Output& output, const database::CertificateRecord& record,
                            const racf::CertificateFacts& facts) {
  const base::CivilTime begin = output.in_zone(facts.not_before), end = output.in_zone(facts.not_after);
  output.write(resource_record("0560", certificate_class, record.profile)
                   .date("GRCERT_START_DATE", begin)
                   .time("GRCERT_START_TIME", begin)
                   .date("GRCERT_END_DATE", end)
                   .time("GRCERT_END_TIME", end)
                   .text("GRCERT_KEY_TYPE", key_word(output, record, facts))
                   .number("GRCERT_KEY_SIZE", static_cast<std::uint64_t>(key_bits(record, facts)))
                   .text("GRCERT_LAST_SERIAL", fmt::format("{:016X}", static_cast<std::uint64_t>(record.last_serial)))
                   .number("GRCERT_RING_SEQN", 0)
                   .flag("GRCERT_GEN_REQ", record.request_made));
}

void write_certificate_dn(Output& output, const database::CertificateRecord& record,
                          const racf::CertificateFacts& facts) {
  if (facts.subject.empty() && facts.fingerprint.empty()) return;
  output.write(resource_record("1560", certificate_class, record.profile)
                   .text("CERTN_ISSUER_DN", facts.issuer)
                   .text("CERTN_SUBJECT_DN", facts.subject)
                   .text("CERTN_SIG_ALG", signature_word(facts.signature_algorithm))
                   .text("CERTN_CERT_FGRPRNT", facts.fingerprint));
}

}  // namespace

void write_certificates(Output& output) {
  const database::Certificates& certificates = output.database().certificates;
  for (auto record = certificates.after_profile(""); record; record = certificates.after_profile(record->profile)) {
    const racf::CertificateFacts facts = racf::certificate_facts(*record);
    write_certificate(output, *record);
    write_certificate_data(output, *record, facts);
    for (const database::Ring& ring : output.database().rings.by_certificate(record->id))
      output.write(resource_record("0561", certificate_class, record->profile)
                       .text("CERTR_RING_NAME", racf::ring_profile(ring)));
    write_certificate_dn(output, *record, facts);
    output.finish_profile();
  }
}

void write_rings(Output& output) {
  std::vector<database::Ring> rings = output.database().rings.by_owner("");
  std::sort(rings.begin(), rings.end(), [](const database::Ring& left, const database::Ring& right) {
    return racf::ring_profile(left) < racf::ring_profile(right);
  });
  for (const database::Ring& ring : rings) {
    database::Resource profile;
    profile.profile_class = ring_class;
    profile.name = racf::ring_profile(ring);
    profile.owner = ring.owner;
    output.write(resource_base(output, profile));
    for (const database::ListedMember& member : output.database().rings.listed_members(ring.id))
      output.write(resource_record("0562", ring_class, profile.name)
                       .text("KEYR_CERT_NAME", member.profile)
                       .text("KEYR_CERT_USAGE", database::to_string(member.usage))
                       .flag("KEYR_CERT_DEFAULT", member.is_default)
                       .text("KEYR_CERT_LABEL", member.label));
    output.finish_profile();
  }
}

}  // namespace ringside::twin
