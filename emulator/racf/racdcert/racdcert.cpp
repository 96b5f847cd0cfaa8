// emulator/racf/racdcert/racdcert.cpp - the command RACDCERT: finds the function, its owner and its table row, and runs
// it.
#include "emulator/racf/racdcert/racdcert.hpp"

#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "emulator/racf/racdcert/operands.hpp"
#include "emulator/racf/users/unknown_user.hpp"

namespace ringside::racf::racdcert {
namespace {

struct Found {
  const FunctionRule* rule;
  const parser::Keyword* keyword;
};

// LIST is the default function; its keyword is then empty (Command Language Reference, RACDCERT). PARSE leaves one
// function; if its keyword is there twice, the last one counts.
Found find_function(const parser::Keyword& operands) {
  static const parser::Keyword bare_list{"LIST", {}, {}, {}, false};
  Found found{find_function_rule("LIST"), &bare_list};
  for (const parser::Keyword& keyword : operands.keywords)
    if (const FunctionRule* rule = find_function_rule(keyword.name)) found = Found{rule, &keyword};
  return found;
}

void note_idle_operand(Context& context, const FunctionRule& rule, const parser::Keyword& keyword) {
  const bool ownerless = is_owner_operand(keyword.name) && rule.owner == OwnerKind::none;
  context.diagnose(fmt::format("operand {} has no meaning for {} and had no effect{}", keyword.name, rule.name,
                               ownerless ? ": what it works on has no owner" : ""));
}

// RACF ignores operands that do not belong to the function. Ringside prints a remark for each.
void note_operands(Context& context, const parser::Keyword& operands, const FunctionRule& rule) {
  for (const parser::Keyword& keyword : operands.keywords) {
    if (keyword.name == rule.name) continue;
    const OperandStatus status = status_of(rule, keyword.name);
    if (status == OperandStatus::no_meaning) note_idle_operand(context, rule, keyword);
    if (status == OperandStatus::stored_only)
      context.diagnose(fmt::format("operand {} is stored only: the emulated ICSF keeps the key, without a coprocessor",
                                   keyword.name));
  }
}

// MULTIID has mappings only. CERTAUTH and SITE have certificates only.
Result<void> check_owner_kind(const Owner& owner, const FunctionRule& rule) {
  if (owner.is_user()) return {};
  if (owner.is_multiid()) {
    if (rule.owner == OwnerKind::mapping) return {};
    return refuse(MessageId::irrd136i);
  }
  if (rule.owner == OwnerKind::ring) return require_ring_owner(owner);
  return {};
}

// CERTAUTH and SITE are no keywords of the mapping functions, which ignore them.
Owner owner_of(const parser::Keyword& operands, const FunctionRule& rule, const Owner& issuer) {
  const Owner owner = read_owner(operands, issuer);
  const bool idle = rule.owner == OwnerKind::mapping && (owner.is_certauth() || owner.is_site());
  return idle ? issuer : owner;
}

Result<void> check_owner(Context& context, const Owner& owner, const FunctionRule& rule) {
  if (auto refused = check_owner_kind(owner, rule); !refused) return refused;
  const bool must_exist = rule.user_must_exist && rule.owner != OwnerKind::none;
  if (!owner.is_user() || !must_exist || context.database().users.find(owner.id)) return {};
  remark_unknown_user(context, owner.id);
  return refuse(MessageId::irrd102i);
}

// The manual writes them as alternatives. It is not known which one a real system uses if both are given.
Result<void> check_selector(const parser::Keyword& function) {
  for (const char* other : {"SERIALNUMBER", "ISSUERSDN"})
    if (function.has("LABEL") && function.has(other)) return refuse(MessageId::rsd207i, "LABEL", other);
  return {};
}

}  // namespace

Result<Prepared> prepare(Context& context, const parser::Command& command) {
  const Found found = find_function(command.operands);
  const FunctionRule& rule = *found.rule;
  const Owner owner = owner_of(command.operands, rule, Owner{context.user()});
  if (auto checked = check_owner(context, owner, rule); !checked) return refusal_of(checked);
  if (auto checked = check_selector(*found.keyword); !checked) return refusal_of(checked);
  note_operands(context, command.operands, rule);
  return Prepared{rule, {command.operands, *found.keyword, owner}};
}

Result<void> run(Context& context, const parser::Command& command) {
  const auto prepared = prepare(context, command);
  if (!prepared) return refusal_of(prepared);
  return prepared->rule.run(context, prepared->request);
}

}  // namespace ringside::racf::racdcert
