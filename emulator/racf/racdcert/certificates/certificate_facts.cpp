// emulator/racf/racdcert/certificates/certificate_facts.cpp - what is known of a certificate without its key.
#include "emulator/racf/racdcert/certificates/certificate_facts.hpp"

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/lab/stand_ins.hpp"
#include "emulator/racf/racdcert/owner.hpp"

namespace ringside::racf {
namespace {

CertificateFacts facts_of_content(const database::CertificateRecord& record) {
  const auto certificate = crypto::Certificate::from_stored(record.der);
  return {certificate.serial(),
          certificate.issuer().listing(),
          certificate.subject().listing(),
          certificate.not_before(),
          certificate.not_after(),
          certificate.public_key().spec(),
          certificate.signing_algorithm(),
          base::hex(certificate.sha256()),
          std::nullopt};
}

}  // namespace

CertificateFacts certificate_facts(const database::CertificateRecord& record) {
  if (!record.site || record.site->grade == database::Grade::real) {
    CertificateFacts facts = facts_of_content(record);
    if (record.site) facts.grade = record.site->grade;
    return facts;
  }
  const database::SiteFacts& site = *record.site;
  return {site.serial,
          site.issuer,
          site.subject,
          site.not_before,
          site.not_after,
          lab::key_spec(site.key),
          site.signature_algorithm.empty() ? "UNKNOWN" : site.signature_algorithm,
          site.fingerprint,
          site.grade};
}

std::string grade_remark(const database::CertificateRecord& record) {
  if (!record.site) return "";
  const std::string what = fmt::format("certificate '{}' of {}", record.label, racdcert::Owner{record.owner}.phrase());
  switch (record.site->grade) {
    case database::Grade::stand_in:
      return what + " is a stand-in: its key, signature and extensions are not the site's";
    case database::Grade::hollow:
      return what + " is hollow: the unload tells its serial number and issuer only, the rest is invented";
    case database::Grade::real:
      return record.has_key_at_site_only() ? what + " is real, and its private key is at the site only" : "";
  }
  return "";
}

}  // namespace ringside::racf
