// emulator/racf/users/add_user.cpp - ADDUSER: new user profiles with their connection to the default group.
#include <array>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/connection_operands.hpp"
#include "emulator/racf/users/unix_ids.hpp"
#include "emulator/racf/users/user_attributes.hpp"
#include "emulator/racf/users/user_operands.hpp"

namespace ringside::racf {
namespace {

// Only a SPECIAL user may give these (Messages and Codes, ICH01001I).
constexpr std::array<std::string_view, 4> given_by_special{"AUDITOR", "OPERATIONS", "ROAUDIT", "SPECIAL"};

/// ADDUSER needs SPECIAL, or CLAUTH(USER) with JOIN authority in the default group (Command Language Reference,
/// ADDUSER).
bool may_add(Context& context, const database::Group& group) {
  return is_special(context) || (has_class_authority(context, "USER") && has_join_authority(context, group));
}

Result<database::Group> default_group(Context& context, const parser::Keyword& operands) {
  const auto group = context.database().groups.find(group_operand(context, operands, "DFLTGRP"));
  if (!group) {
    context.say(MessageId::ich51003i);
    return refuse(MessageId::ich01010i);
  }
  return *group;
}

void connect_to(Context& context, const database::User& user, const parser::Keyword& operands) {
  database::Connection connection;
  connection.user = user.name;
  connection.group = user.default_group;
  apply_connection_operands(operands, connection);
  connection.owner = context.user();
  connection.created = context.now();
  context.database().connections.put(connection);
}

Result<void> add_one(Context& context, const parser::Command& command, const std::string& name,
                     const database::Group& group, const std::string& owner) {
  database::User user;
  user.name = name;
  user.default_group = group.name;
  user.owner = owner;
  user.created = context.now();
  user.attributes.insert("PROTECTED");
  apply_user_operands(context, command.operands, user);
  apply_password(context, command, user);
  context.database().users.put(user);
  connect_to(context, user, command.operands);
  if (auto stored = apply_segments(context, command, user); !stored) return stored;
  if (user.attributes.contains("PROTECTED")) context.say(MessageId::ich01024i, {name});
  if (!unix_id(context, "USER", name).empty() && unix_id(context, "GROUP", group.name).empty())
    context.say(MessageId::ich01019i, {name, group.name});
  return {};
}

}  // namespace

Result<void> add_user(Context& context, const parser::Command& given) {
  parser::Command command = given;
  const parser::Keyword& operands = command.operands;
  const std::vector<std::string> names = texts(operands.find("USERID"));
  for (const std::string& name : names)
    if (is_defined(context, name)) return refuse(MessageId::ikj56702i, std::string("USERID"), name);
  const Result<database::Group> group = default_group(context, operands);
  if (!group) return refusal_of(group);
  if (!may_add(context, *group)) return refuse(MessageId::ich01005i);
  const Result<std::string> owner = owner_or_issuer(context, operands);
  if (!owner) return refusal_of(owner);
  if (!is_special(context))
    command.operands = without_operands(context, given.operands, given_by_special, MessageId::ich01001i);
  for (const std::string& name : names)
    if (auto added = add_one(context, command, name, *group, *owner); !added) return added;
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
