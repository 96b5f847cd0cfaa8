// emulator/racf/users/groups.cpp - ADDGROUP, ALTGROUP, DELGROUP.
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
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

/// Moving a group needs authority in its superior group and in the new one (Command Language Reference, ALTGROUP).
Result<void> check_move(Context& context, const database::Group& group, const database::Group& superior) {
  const auto present = context.database().groups.find(group.superior);
  if (present && !has_join_authority(context, *present))
    return refuse(MessageId::ich20005i, "SUPERIOR GROUP OF " + group.name);
  if (!has_join_authority(context, superior)) return refuse(MessageId::ich20005i, superior.name);
  return {};
}

/// Applies SUPGROUP. A group that cannot be the superior group ends only this operand.
Result<void> move_group(Context& context, const parser::Keyword& operands, database::Group& group) {
  if (!operands.has("SUPGROUP")) return {};
  const std::string name = operands.value_of("SUPGROUP");
  const auto superior = context.database().groups.find(name);
  if (!superior) {
    context.warn(MessageId::ich20015i, {group.name});
  } else if (is_below(context, name, group.name) || group.superior.empty()) {
    context.warn(MessageId::ich20006i, {name, group.name});
  } else {
    if (auto allowed = check_move(context, group, *superior); !allowed) return allowed;
    group.superior = name;
  }
  return {};
}

Result<void> alter_one(Context& context, const parser::Command& command, database::Group group) {
  if (auto moved = move_group(context, command.operands, group); !moved) return moved;
  group.owner = altered_owner(context, command.operands, group.owner, MessageId::ich20014i, {group.name});
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
  if (!context.database().users.find(context.user())) return refuse(MessageId::ich20010i);
  for (const std::string& name : texts(command.operands.find("GROUP"))) {
    const auto group = context.database().groups.find(name);
    if (!group) {
      context.warn(MessageId::ich20019i, {name});
    } else if (!administers(context, *group)) {
      context.warn(MessageId::ich20002i, {name});
    } else if (auto altered = alter_one(context, command, *group); !altered) {
      return altered;
    }
  }
  remark_unused_operands(context, command);
  return {};
}

Result<void> delete_group(Context& context, const parser::Command& command) {
  const std::vector<std::string> names = texts(command.operands.find("GROUP"));
  for (const std::string& name : names) {
    const auto group = context.database().groups.find(name);
    if (!group || !is_empty(context, *group)) return refuse(MessageId::ikj56702i, std::string("GROUP"), name);
    if (!administers(context, *group)) return refuse(MessageId::ich05005i);
    if (has_data_set_profiles(context, name)) {
      context.warn(MessageId::ich05006i, {name});
      continue;
    }
    context.database().segments.remove_all("GROUP", name);
    context.database().groups.remove(name);
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
