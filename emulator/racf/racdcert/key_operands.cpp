// emulator/racf/racdcert/key_operands.cpp - the key that is to be made.
#include "emulator/racf/racdcert/key_operands.hpp"

#include <algorithm>
#include <array>

#include "emulator/base/text.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert_functions {
namespace {

struct TypeRule {
  std::string_view keyword;
  bool emulated;
  crypto::KeyType type;
  int default_bits;
  std::string_view sizes;  ///< for the refusal
};

constexpr std::array type_rules = {
    TypeRule{"RSA", true, crypto::KeyType::rsa, rules::default_rsa_bits, "RSA keys have 512 to 4096 bits"},
    TypeRule{"NISTECC", true, crypto::KeyType::nist_ecc, rules::default_ecc_bits,
             "NIST curves have 192, 224, 256, 384 or 521 bits"},
    TypeRule{"BPECC", true, crypto::KeyType::brainpool_ecc, rules::default_ecc_bits,
             "Brainpool curves have 160, 192, 224, 256, 320, 384 or 512 bits"},
    TypeRule{"DSA", false, crypto::KeyType::dsa, 0, ""},
    TypeRule{"PCICC", false, crypto::KeyType::rsa, 0, ""},
    TypeRule{"ICSF", false, crypto::KeyType::rsa, 0, ""},
    TypeRule{"FROMICSF", false, crypto::KeyType::other, 0, ""},
};

const TypeRule* rule_of(crypto::KeyType type) {
  return std::find_if(type_rules.begin(), type_rules.end(), [&](const TypeRule& rule) { return rule.type == type; });
}

}  // namespace

Result<crypto::KeySpec> key_operands(const parser::Keyword& operands, crypto::KeySpec otherwise) {
  const TypeRule* chosen = nullptr;
  for (const TypeRule& rule : type_rules) {
    if (!operands.has(rule.keyword)) continue;
    if (chosen != nullptr) return refuse(MessageId::rsd207i, std::string(chosen->keyword), std::string(rule.keyword));
    chosen = &rule;
  }
  if (operands.has("SIGATTR")) return refuse(MessageId::rsd210i, "GENCERT with SIGATTR");
  if (chosen == nullptr) chosen = rule_of(otherwise.type);
  const parser::Keyword* keyword = operands.find(chosen->keyword);
  const bool in_hardware = keyword != nullptr && (!keyword->keywords.empty() || !keyword->values.empty());
  if (!chosen->emulated || in_hardware)
    return refuse(MessageId::rsd210i, "GENCERT with " + std::string(chosen->keyword) + (in_hardware ? " in ICSF" : ""));
  crypto::KeySpec spec{chosen->type, chosen->type == otherwise.type ? otherwise.bits : chosen->default_bits};
  if (const std::string size = operands.value_of("SIZE"); !size.empty()) {
    spec.bits = static_cast<int>(base::number(size, 1'000'000).value_or(0));
    if (!crypto::can_generate(spec)) return refuse(MessageId::rsd209i, "SIZE", size, std::string(chosen->sizes));
  }
  return spec;
}

}  // namespace ringside::racf::racdcert_functions
