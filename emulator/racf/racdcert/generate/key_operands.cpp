// emulator/racf/racdcert/generate/key_operands.cpp - the new key of GENCERT and REKEY.
#include "emulator/racf/racdcert/generate/key_operands.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/function_table.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

struct TypeRule {
  std::string_view keyword;
  crypto::KeyType type;
  int default_bits;
  std::string_view sizes;  ///< text of the refusal
};

constexpr std::string_view rsa_sizes = "RSA keys have 512 to 4096 bits";

// PCICC and ICSF are older keywords for an RSA key in the PKDS (Command Language Reference, RACDCERT GENCERT).
constexpr std::array type_rules = {
    TypeRule{"RSA", crypto::KeyType::rsa, rules::default_rsa_bits, rsa_sizes},
    TypeRule{"NISTECC", crypto::KeyType::nist_ecc, rules::default_ecc_bits,
             "NIST curves have 192, 224, 256, 384 or 521 bits"},
    TypeRule{"BPECC", crypto::KeyType::brainpool_ecc, rules::default_ecc_bits,
             "Brainpool curves have 160, 192, 224, 256, 320, 384 or 512 bits"},
    TypeRule{"DSA", crypto::KeyType::dsa, rules::default_dsa_bits, "DSA keys have 1024 or 2048 bits"},
    TypeRule{"PCICC", crypto::KeyType::rsa, rules::default_rsa_bits, rsa_sizes},
    TypeRule{"ICSF", crypto::KeyType::rsa, rules::default_rsa_bits, rsa_sizes},
    TypeRule{"FROMICSF", crypto::KeyType::other, 0, ""},
};

constexpr std::string_view from_icsf = "FROMICSF";

const TypeRule& rule_for(crypto::KeyType type) {
  return *std::find_if(type_rules.begin(), type_rules.end(), [&](const TypeRule& rule) { return rule.type == type; });
}

const TypeRule& rule_for(std::string_view keyword) {
  return *std::find_if(type_rules.begin(), type_rules.end(),
                       [&](const TypeRule& rule) { return rule.keyword == keyword; });
}

KeyTypeOperand read_key_type(const parser::Keyword& keyword, std::string_view name) {
  KeyTypeOperand operand{name};
  operand.in_token = keyword.has("TOKEN");
  if (name == from_icsf) operand.from_icsf = base::upper(keyword.value());
  const parser::Keyword* location = name == "PCICC" || name == "ICSF" ? &keyword : keyword.find("PKDS");
  if (location != nullptr) operand.location = read_icsf(*location);
  return operand;
}

// ICSF keeps no DSA keys.
bool icsf_has(crypto::KeyType type) {
  return type == crypto::KeyType::rsa || type == crypto::KeyType::nist_ecc || type == crypto::KeyType::brainpool_ecc;
}

const TypeRule& rule_for(const KeyOperands& operands, crypto::KeyType otherwise) {
  if (operands.type) return rule_for(operands.type->keyword);
  return rule_for(operands.pkds && !icsf_has(otherwise) ? crypto::KeyType::rsa : otherwise);
}

Result<KeyPlan> key_in_icsf(Context& context, const std::string& label) {
  if (auto refused = authorize_key_label(context, label); !refused) return refusal_of(refused);
  database::CertificateRecord held;
  held.profile = held.pkds_label = label;
  auto key = private_key_of(context.session(), held);
  if (!key) return refuse(MessageId::irrd192i);
  if (!icsf_has(key->spec().type)) return refuse(MessageId::irrd194i);
  return KeyPlan{key->spec(), {true, false, label}, std::move(key)};
}

}  // namespace

// REKEY has fewer key types than GENCERT. A type that it does not have has no effect there.
KeyOperands read_key_operands(const Request& request) {
  const FunctionRule& function = *find_function_rule(request.function.name);
  KeyOperands operands;
  for (const TypeRule& rule : type_rules) {
    const parser::Keyword* keyword = request.operands.find(rule.keyword);
    if (keyword != nullptr && status_of(function, rule.keyword) != OperandStatus::no_meaning)
      operands.type = read_key_type(*keyword, rule.keyword);
  }
  const parser::Keyword* pkds = request.operands.find("PKDS");
  if (pkds != nullptr && status_of(function, "PKDS") != OperandStatus::no_meaning) operands.pkds = read_icsf(*pkds);
  if (const auto size = read_text(request.operands, "SIZE"))
    operands.bits = static_cast<int>(base::number(*size, 1'000'000).value_or(0));
  return operands;
}

crypto::KeySpec default_key() {
  return {crypto::KeyType::rsa, rules::default_rsa_bits};
}

Result<std::optional<crypto::KeySpec>> key_to_make(const KeyOperands& operands, crypto::KeySpec otherwise) {
  if (operands.type && operands.type->keyword == from_icsf) return std::nullopt;
  const TypeRule& rule = rule_for(operands, otherwise.type);
  const int usual_bits = rule.type == otherwise.type ? otherwise.bits : rule.default_bits;
  const crypto::KeySpec spec{rule.type, operands.bits.value_or(usual_bits)};
  if (!crypto::can_generate(spec))
    return refuse(MessageId::rsd209i, "SIZE", std::to_string(spec.bits), std::string(rule.sizes));
  return spec;
}

Result<KeyPlan> plan_key(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                         const KeyOperands& operands, crypto::KeySpec otherwise) {
  const auto spec = key_to_make(operands, otherwise);
  if (!spec) return refusal_of(spec);
  if (!*spec) {
    note_idle_key_operands(context, operands, from_icsf);
    return key_in_icsf(context, operands.type->from_icsf);
  }
  const KeyTypeOperand type = operands.type.value_or(KeyTypeOperand{});
  if (type.in_token) return refuse(MessageId::rsd210i, "A key generated in a PKCS#11 token");
  if (operands.pkds && type.location) return refuse(MessageId::rsd207i, std::string(type.keyword), "PKDS");
  auto location = key_location(context, owner, with_label, type.location ? type.location : operands.pkds);
  if (!location) return refusal_of(location);
  return KeyPlan{**spec, std::move(*location), std::nullopt};
}

void note_idle_key_operands(Context& context, const KeyOperands& operands, std::string_view source) {
  const auto note = [&](std::string_view keyword) {
    context.diagnose(
        fmt::format("operand {} has no meaning with {}, which brings the key, and had no effect", keyword, source));
  };
  if (operands.bits) note("SIZE");
  if (operands.type && operands.type->keyword != source) note(operands.type->keyword);
}

KeyToStore make_key(Context& context, const KeyPlan& plan) {
  if (plan.existing) return {*plan.existing, plan.location};
  return {context.make_key(plan.spec), plan.location};
}

}  // namespace ringside::racf::racdcert
