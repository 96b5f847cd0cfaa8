// emulator/racf/racdcert/selection.cpp - which certificate is meant.
#include "emulator/racf/racdcert/selection.hpp"

#include "base/text.hpp"

namespace ringside::racf::racdcert {

bool has_selector(const parser::Keyword& selector) {
  return selector.has("LABEL") || selector.has("SERIALNUMBER") || selector.has("ISSUERSDN");
}

std::vector<database::CertificateRecord> matching(Context& context, const Owner& owner,
                                                  const parser::Keyword& selector) {
  auto& certificates = context.database().certificates;
  if (selector.has("LABEL")) {
    auto record = certificates.by_label(owner.id, label_value(selector.value_of("LABEL")));
    return record ? std::vector{*record} : std::vector<database::CertificateRecord>{};
  }
  std::vector<database::CertificateRecord> found;
  for (auto& record : certificates.by_owner(owner.id)) {
    if (has_selector(selector)) {
      const Stored stored = load(record);
      const std::string serial = base::upper(selector.value_of("SERIALNUMBER"));
      if (selector.has("SERIALNUMBER") && serial != stored.certificate.serial()) continue;
      if (selector.has("ISSUERSDN") && selector.value_of("ISSUERSDN") != stored.certificate.issuer().listing())
        continue;
    }
    found.push_back(std::move(record));
  }
  return found;
}

Result<Stored> select_certificate(Context& context, const Owner& owner, const parser::Keyword& selector) {
  auto found = matching(context, owner, selector);
  if (found.empty()) return refuse(MessageId::irrd107i);
  if (found.size() > 1) return refuse(MessageId::rsd205i);
  return load(std::move(found.front()));
}

Result<Stored> select_by_label(Context& context, const Owner& owner, const std::string& label) {
  auto record = context.database().certificates.by_label(owner.id, label_value(label));
  if (!record) return refuse(MessageId::irrd107i);
  return load(std::move(*record));
}

}  // namespace ringside::racf::racdcert
