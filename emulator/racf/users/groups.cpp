// emulator/racf/users/groups.cpp - ADDGROUP, ALTGROUP, DELGROUP.
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/connection_operands.hpp"
#include "emulator/racf/users/unix_ids.hpp"

namespace ringside::racf {
namespace {

Result<database::Group> superior_group(Context& context, const parser::Keyword& operands) {
  auto group = context.database().groups.find(group_operand(context, operands, "SUPGROUP"));
  if (!group) return tl::make_unexpected(Refusal{MessageId::ich51003i, {}, 8});
  return *group;
}

void apply_group_operands(const parser::Keyword& operands, database::Group& group) {
  for (const parser::Keyword& operand : operands.keywords) {
    if (operand.name == "DATA") group.data = operand.value();
    if (operand.name == "NODATA") group.data.clear();
    if (operand.name == "TERMUACC") group.attributes.erase("NOTERMUACC");
    if (operand.name == "NOTERMUACC" || operand.name == "UNIVERSAL") group.attributes.insert(operand.name);
  }
}

Result<void> store_group(Context& context, const parser::Command& command, const database::Group& group) {
  context.database().groups.put(group);
  store_segments(context, command.operands, "GROUP", group.name);
  const bool alone = texts(command.operands.find("GROUP")).size() == 1;
  return store_unix_id(context, command.operands, "GROUP", group.name, alone);
}

/// Returns whether `group` is `possible_superior` or below it. A group cannot become its own subgroup.
bool is_below(Context& context, const std::string& group, const std::string& possible_superior) {
  std::string at = group;
  while (!at.empty()) {
    if (at == possible_superior) return true;
    const auto found = context.database().groups.find(at);
    at = found ? found->superior : "";
  }
  return false;
}

Result<void> move_group(Context& context, const parser::Keyword& operands, database::Group& group) {
  if (!operands.has("SUPGROUP")) return {};
  const Result<database::Group> superior = superior_group(context, operands);
  if (!superior) return refusal_of(superior);
  if (is_below(context, superior->name, group.name) || group.superior.empty())
    return refuse(MessageId::rsd257i, superior->name, group.name);
  group.superior = superior->name;
  return {};
}

Result<void> alter_one(Context& context, const parser::Command& command, database::Group group) {
  if (!administers(context, group)) return refuse(MessageId::rsd250i, context.user(), command.name);
  if (auto moved = move_group(context, command.operands, group); !moved) return moved;
  const auto owner = owner_if_given(context, command.operands);
  if (!owner) return refusal_of(owner);
  group.owner = owner->value_or(group.owner);
  apply_group_operands(command.operands, group);
  return store_group(context, command, group);
}

bool is_empty(Context& context, const database::Group& group) {
  return !group.superior.empty() && context.database().groups.subgroups(group.name).empty() &&
         context.database().connections.of_group(group.name).empty();
}

}  // namespace

Result<void> add_group(Context& context, const parser::Command& command) {
  const std::vector<std::string> names = texts(command.operands.find("GROUP"));
  for (const std::string& name : names)
    if (is_defined(context, name)) return refuse(MessageId::ikj56702i, std::string("GROUP"), name);
  const Result<database::Group> superior = superior_group(context, command.operands);
  if (!superior) return refusal_of(superior);
  if (!has_join_authority(context, *superior)) return refuse(MessageId::rsd250i, context.user(), command.name);
  const Result<std::string> owner = owner_or_issuer(context, command.operands);
  if (!owner) return refusal_of(owner);
  for (const std::string& name : names) {
    database::Group group{name, superior->name, *owner, {}, "", context.now()};
    apply_group_operands(command.operands, group);
    if (auto stored = store_group(context, command, group); !stored) return stored;
  }
  remark_unused_operands(context, command);
  return {};
}

Result<void> alter_group(Context& context, const parser::Command& command) {
  for (const std::string& name : texts(command.operands.find("GROUP"))) {
    const auto group = context.database().groups.find(name);
    if (!group) return tl::make_unexpected(Refusal{MessageId::ich51003i, {}, 8});
    if (auto altered = alter_one(context, command, *group); !altered) return altered;
  }
  remark_unused_operands(context, command);
  return {};
}

Result<void> delete_group(Context& context, const parser::Command& command) {
  const std::vector<std::string> names = texts(command.operands.find("GROUP"));
  for (const std::string& name : names) {
    const auto group = context.database().groups.find(name);
    if (!group || !is_empty(context, *group)) return refuse(MessageId::ikj56702i, std::string("GROUP"), name);
    if (!administers(context, *group)) return refuse(MessageId::rsd250i, context.user(), command.name);
    context.database().segments.remove_all("GROUP", name);
    context.database().groups.remove(name);
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
