// emulator/racf/racdcert/selection.cpp - finds the certificates that LABEL, SERIALNUMBER and ISSUERSDN select.
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {
namespace {

bool fits(const database::CertificateRecord& record, const Selection& selection) {
  if (!selection.narrows()) return true;
  const Stored stored = load(record);
  if (selection.serial_number && *selection.serial_number != stored.certificate.serial()) return false;
  return !selection.issuer || *selection.issuer == stored.certificate.issuer().listing();
}

}  // namespace

std::vector<database::CertificateRecord> matching(const database::SecurityDatabase& database, const Owner& owner,
                                                  const Selection& selection) {
  if (selection.label) {
    auto record = database.certificates.by_label(owner.id, *selection.label);
    return record ? std::vector{*record} : std::vector<database::CertificateRecord>{};
  }
  auto found = database.certificates.by_owner(owner.id);
  std::erase_if(found, [&](const auto& record) { return !fits(record, selection); });
  return found;
}

Result<Stored> select_certificate(Context& context, const Owner& owner, const Selection& selection) {
  auto found = matching(context.database(), owner, selection);
  if (found.empty()) return refuse(MessageId::irrd107i);
  if (found.size() > 1) return refuse(MessageId::rsd205i);
  return load(std::move(found.front()));
}

}  // namespace ringside::racf::racdcert
