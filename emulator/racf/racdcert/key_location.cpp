// emulator/racf/racdcert/key_location.cpp - where a private key is stored.
#include "emulator/racf/racdcert/key_location.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/racdcert/icsf_authority.hpp"
#include "emulator/racf/racdcert/icsf_name.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::size_t pkds_label_characters = 64;

bool is_pkds_label(const std::string& label) {
  return is_icsf_name(label, pkds_label_characters);
}

// IRR.DIGTCERT.owner.system.stamp. The stamp is made from the lab's clock, and counts up while ICSF has such a label.
std::string generated_label(Context& context, const Owner& owner) {
  auto stamp = static_cast<std::uint64_t>(context.now().time_since_epoch().count()) << 20;
  for (;; ++stamp) {
    std::string label =
        fmt::format("IRR.DIGTCERT.{}.{}.{:016X}", owner.qualifier(), context.session().system.name, stamp);
    if (!context.database().icsf_keys.find(label)) return label;
  }
}

Result<void> check_pkds_label(Context& context, const IcsfOperand& operand, const std::string& label) {
  if (!is_pkds_label(label)) return refuse(MessageId::rsd209i, operand.keyword, label, "it is no PKDS label");
  if (auto refused = authorize_key_label(context, label); !refused) return refused;
  if (context.database().icsf_keys.find(label))
    return refuse(MessageId::rsd209i, operand.keyword, label, "ICSF holds a key of this label already");
  return {};
}

}  // namespace

Result<void> authorize_key_label(Context& context, const std::string& label) {
  if (!icsf_allows(context, {"CSFKEYS", label, access_level(rules::key_label_level).value()}))
    return refuse(MessageId::irrd191i);
  return {};
}

IcsfOperand read_icsf(const parser::Keyword& keyword) {
  return {keyword.name, base::upper(keyword.value())};
}

Result<std::optional<IcsfOperand>> read_key_location(const Request& request) {
  std::optional<IcsfOperand> chosen;
  for (const char* name : {"PKDS", "PCICC", "ICSF"}) {
    const parser::Keyword* keyword = request.operands.find(name);
    if (keyword == nullptr) continue;
    if (chosen) return refuse(MessageId::rsd207i, chosen->keyword, name);
    chosen = read_icsf(*keyword);
  }
  return chosen;
}

Result<KeyLocation> key_location(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                                 const std::optional<IcsfOperand>& operand) {
  if (!operand) return KeyLocation{};
  KeyLocation location{true, operand->keyword == "ICSF", operand->label};
  if (operand->label.empty()) {
    location.pkds_label = generated_label(context, owner);
    return location;
  }
  if (operand->label == "*") {
    if (auto missing = require(with_label.has_value(), "WITHLABEL"); !missing) return refusal_of(missing);
    location.pkds_label = base::upper(*with_label);
    if (!is_pkds_label(location.pkds_label)) return refuse(MessageId::irrd160i);
  }
  if (auto refused = check_pkds_label(context, *operand, location.pkds_label); !refused) return refusal_of(refused);
  return location;
}

void store_key(Context& context, database::CertificateRecord& record, const KeyToStore& key) {
  if (!key.location.in_icsf) {
    record.private_key = key.key.pkcs8();
    return;
  }
  record.private_key.reset();
  record.pkds_label = key.location.pkds_label;
  context.database().icsf_keys.put(record.pkds_label, {key.key.pkcs8(), key.location.modulus_exponent});
}

void remove_icsf_key(Context& context, const database::CertificateRecord& record) {
  if (record.pkds_label.empty()) return;
  for (const auto& other : context.database().certificates.by_key(record.key_fingerprint))
    if (other.id != record.id && other.pkds_label == record.pkds_label) return;
  context.database().icsf_keys.remove(record.pkds_label);
}

}  // namespace ringside::racf::racdcert
