// emulator/racf/racdcert/generate/key_operands.cpp - the key that is to be made.
#include "emulator/racf/racdcert/generate/key_operands.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/planned_key.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/function_table.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

struct TypeRule {
  std::string_view keyword;
  crypto::KeyType type;
  int default_bits;
  std::string_view sizes;  ///< for the refusal
};

constexpr std::string_view rsa_sizes = "RSA keys have 512 to 4096 bits";

// PCICC and ICSF are old words for RSA keys in the PKDS (Command Language Reference, RACDCERT GENCERT).
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

const TypeRule* rule_of(crypto::KeyType type) {
  return std::find_if(type_rules.begin(), type_rules.end(), [&](const TypeRule& rule) { return rule.type == type; });
}

// REKEY knows fewer types than GENCERT; one that is not its own has no effect there.
Result<const TypeRule*> chosen_type(const Request& request) {
  const FunctionRule& function = *find_function_rule(request.function.name);
  const TypeRule* chosen = nullptr;
  for (const TypeRule& rule : type_rules) {
    if (!request.operands.has(rule.keyword)) continue;
    if (status_of(function, rule.keyword) == OperandStatus::no_meaning) continue;
    if (chosen != nullptr) return refuse(MessageId::rsd207i, std::string(chosen->keyword), std::string(rule.keyword));
    chosen = &rule;
  }
  return chosen;
}

crypto::KeySpec spec_of(const Request& request, const TypeRule& type, crypto::KeySpec otherwise) {
  crypto::KeySpec spec{type.type, type.type == otherwise.type ? otherwise.bits : type.default_bits};
  if (const std::string size = request.operands.value_of("SIZE"); !size.empty())
    spec.bits = static_cast<int>(base::number(size, 1'000'000).value_or(0));
  return spec;
}

Result<KeyPlan> key_in_icsf(Context& context, const std::string& label) {
  database::CertificateRecord held;
  held.profile = held.pkds_label = label;
  auto key = private_key_of(context.session(), held);
  if (!key) return refuse(MessageId::irrd192i);
  return KeyPlan{key->spec(), {true, false, label}, std::move(key)};
}

// RSA(PKDS(label)), or ICSF(label) itself; a bare type keeps the key in the RACF database.
Result<KeyHome> home_of(Context& context, const Request& request, const TypeRule& type) {
  const parser::Keyword* keyword = request.operands.find(type.keyword);
  if (keyword == nullptr) return KeyHome{};
  if (keyword->has("TOKEN")) return refuse(MessageId::rsd210i, "A key generated in a PKCS#11 token");
  if (type.keyword == "PCICC" || type.keyword == "ICSF") return icsf_home(context, request, *keyword);
  const parser::Keyword* pkds = keyword->find("PKDS");
  return pkds == nullptr ? KeyHome{} : icsf_home(context, request, *pkds);
}

}  // namespace

void note_idle_key_operands(Context& context, const Request& request, std::string_view source) {
  const auto idle = [&](std::string_view keyword) {
    if (request.operands.has(keyword))
      context.diagnose(
          fmt::format("operand {} has no meaning with {}, which brings the key, and had no effect", keyword, source));
  };
  idle("SIZE");
  for (const TypeRule& rule : type_rules)
    if (rule.keyword != source) idle(rule.keyword);
}

Result<KeyPlan> key_operands(Context& context, const Request& request, crypto::KeySpec otherwise) {
  const auto chosen = chosen_type(request);
  if (!chosen) return tl::make_unexpected(chosen.error());
  const TypeRule& type = *chosen == nullptr ? *rule_of(otherwise.type) : **chosen;
  if (type.keyword == "FROMICSF") {
    note_idle_key_operands(context, request, "FROMICSF");
    return key_in_icsf(context, base::upper(request.operands.value_of("FROMICSF")));
  }
  KeyPlan plan{spec_of(request, type, otherwise), {}, std::nullopt};
  if (!crypto::can_generate(plan.spec))
    return refuse(MessageId::rsd209i, "SIZE", std::to_string(plan.spec.bits), std::string(type.sizes));
  auto home = home_of(context, request, type);
  if (!home) return tl::make_unexpected(home.error());
  plan.home = std::move(*home);
  return plan;
}

KeyToKeep make_key(Context& context, const KeyPlan& plan) {
  if (plan.existing) return {*plan.existing, plan.home};
  return {context.make_key(plan.spec), plan.home};
}

}  // namespace ringside::racf::racdcert

namespace ringside::racf {
namespace {

using namespace racdcert;

/// What the key is without operands: for REKEY the kind of the old one, if its certificate is there already.
std::optional<crypto::KeySpec> usual_spec(Session& session, const Request& request) {
  if (request.function.name == "GENCERT") return crypto::KeySpec{crypto::KeyType::rsa, rules::default_rsa_bits};
  auto record =
      session.database.certificates.by_label(request.owner.id, label_value(request.function.value_of("LABEL")));
  if (!record) return std::nullopt;
  return load(std::move(*record)).certificate.public_key().spec();
}

std::optional<crypto::KeySpec> planned_for(Session& session, const Request& request) {
  const auto chosen = chosen_type(request);
  const auto usual = usual_spec(session, request);
  if (!chosen || !usual || !request.function.values.empty()) return std::nullopt;  // or GENCERT from a request
  const crypto::KeySpec spec = spec_of(request, *chosen == nullptr ? *rule_of(usual->type) : **chosen, *usual);
  const bool quick = spec == crypto::KeySpec{crypto::KeyType::nist_ecc, 256};
  return !quick && crypto::can_generate(spec) ? std::optional(spec) : std::nullopt;
}

}  // namespace

std::optional<crypto::KeySpec> planned_key(Session& session, const parser::Command& command) {
  if (command.name != "RACDCERT") return std::nullopt;
  for (const char* name : {"GENCERT", "REKEY"}) {
    const parser::Keyword* function = command.operands.find(name);
    if (function == nullptr) continue;
    const auto owner = owner_or(command.operands, Owner{session.user});
    return owner ? planned_for(session, {command.operands, *function, *owner}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace ringside::racf
