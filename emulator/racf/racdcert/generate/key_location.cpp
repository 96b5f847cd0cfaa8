// emulator/racf/racdcert/generate/key_location.cpp - where a private key is kept.
#include "emulator/racf/racdcert/generate/key_location.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {
namespace {

bool is_first(char c) {
  return (c >= 'A' && c <= 'Z') || c == '@' || c == '#' || c == '$';
}

// Messages and Codes, IRRD160I: alphanumeric, national and period, the first alphabetic or national. ICSF folds to
// upper case.
bool is_pkds_label(const std::string& label) {
  return !label.empty() && label.size() <= 64 && is_first(label.front()) &&
         std::all_of(label.begin(), label.end(),
                     [](char c) { return is_first(c) || (c >= '0' && c <= '9') || c == '.'; });
}

// IRR.DIGTCERT.owner.system.stamp, the stamp from the lab's clock; the next one if that is taken.
std::string generated_label(Context& context, const Owner& owner) {
  const std::string who = owner.is_certauth() ? "CERTIFAUTH" : owner.is_site() ? "SITECERTIF" : owner.id;
  auto stamp = static_cast<std::uint64_t>(context.now().time_since_epoch().count()) << 20;
  for (;; ++stamp) {
    std::string label = fmt::format("IRR.DIGTCERT.{}.{}.{:016X}", who, context.session().system.name, stamp);
    if (!context.database().icsf_keys.find(label)) return label;
  }
}

}  // namespace

Result<KeyHome> icsf_home(Context& context, const Request& request, const parser::Keyword& place) {
  KeyHome home{true, place.name == "ICSF", base::upper(place.value())};
  if (home.pkds_label.empty()) {
    home.pkds_label = generated_label(context, request.owner);
    return home;
  }
  const bool from_label = home.pkds_label == "*";
  if (from_label) {
    if (auto missing = require(request.operands, "WITHLABEL"); !missing) return tl::make_unexpected(missing.error());
    home.pkds_label = base::upper(label_value(request.operands.value_of("WITHLABEL")));
    if (!is_pkds_label(home.pkds_label)) return refuse(MessageId::irrd160i);
  }
  if (!is_pkds_label(home.pkds_label))
    return refuse(MessageId::rsd209i, place.name, home.pkds_label, "it is no PKDS label");
  if (context.database().icsf_keys.find(home.pkds_label))
    return refuse(MessageId::rsd209i, place.name, home.pkds_label, "ICSF holds a key of this label already");
  return home;
}

void keep_key(Context& context, database::CertificateRecord& record, const KeyToKeep& key) {
  if (!key.home.in_icsf) {
    record.private_key = key.key.pkcs8();
    return;
  }
  record.private_key.reset();
  record.pkds_label = key.home.pkds_label;
  context.database().icsf_keys.put(record.pkds_label, {key.key.pkcs8(), key.home.modulus_exponent});
}

void drop_icsf_key(Context& context, const database::CertificateRecord& record) {
  if (record.pkds_label.empty()) return;
  for (const auto& other : context.database().certificates.by_key(record.key_fingerprint))
    if (other.id != record.id && other.pkds_label == record.pkds_label) return;
  context.database().icsf_keys.remove(record.pkds_label);
}

}  // namespace ringside::racf::racdcert
