// twin/commands/racdcert/held_certificates.cpp - the certificates of a database by what they are, whatever their
// labels.
#include "twin/commands/racdcert/held_certificates.hpp"

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/racf/racdcert/owner.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {

CertificateKey certificate_key(const database::CertificateRecord& record) {
  // The content of a stand-in is made at its first use, which takes long, and says nothing of the site's certificate.
  const bool is_here = !record.site || record.site->grade == database::Grade::real;
  const std::string fingerprint =
      is_here ? base::upper(base::hex(crypto::sha256(record.der.get()))) : record.site->fingerprint;
  return {record.owner, fingerprint.empty() ? record.profile : fingerprint};
}

std::map<CertificateKey, database::CertificateRecord> certificates_of(const database::SecurityDatabase& database) {
  std::map<CertificateKey, database::CertificateRecord> held;
  for (const database::User& user : database.users.all())
    for (database::CertificateRecord& record : database.certificates.by_owner(user.name)) {
      CertificateKey key = certificate_key(record);
      held.emplace(std::move(key), std::move(record));
    }
  return held;
}

std::string owner_and_label(const std::string& owner, const std::string& label) {
  return racf::racdcert::Owner{owner}.operand() + " " + text_operand("LABEL", label);
}

std::string racdcert_by_label(const std::string& owner, const std::string& function, const std::string& label) {
  return fmt::format("RACDCERT {} {}({})", racf::racdcert::Owner{owner}.operand(), function,
                     text_operand("LABEL", label));
}

std::string certificate_phrase(const database::CertificateRecord& record) {
  return fmt::format("the certificate '{}' of {}", record.label, racf::racdcert::Owner{record.owner}.phrase());
}

}  // namespace ringside::twin
