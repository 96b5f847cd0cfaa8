// emulator/racf/users/connect.cpp - CONNECT and REMOVE: users in groups.
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/connection_operands.hpp"
#include "emulator/racf/users/user_operands.hpp"

namespace ringside::racf {
namespace {

// CONNECT authority does not suffice to give these (Messages and Codes, ICH02007I).
constexpr std::array<std::string_view, 3> group_attributes{"SPECIAL", "OPERATIONS", "AUDITOR"};

Result<void> not_connected(Context& context) {
  context.say(MessageId::ich51003i);
  return refuse(MessageId::ich02003i);
}

/// Makes a connection, or changes the existing one by the given operands.
void put_connection(Context& context, const parser::Keyword& operands, const std::string& user,
                    const std::string& group, const std::string& owner) {
  auto connection = context.database().connections.find(user, group);
  if (!connection) connection = database::Connection{user, group, "USE", "NONE", owner, {}, context.now()};
  if (operands.has("OWNER")) connection->owner = owner;
  apply_connection_operands(operands, *connection);
  apply_attributes(operands, connection->attributes);
  for (const char* word : {"OPERATIONS", "AUDITOR"})
    if (operands.has(word))
      context.diagnose(fmt::format("CONNECT: group attribute {} is kept and listed; it gives no authority here", word));
  context.database().connections.put(*connection);
}

}  // namespace

Result<void> connect(Context& context, const parser::Command& command) {
  if (!context.database().users.find(context.user())) return refuse(MessageId::ich02006i);
  if (auto dated = check_dates(context, command); !dated) return dated;
  const auto group = context.database().groups.find(group_operand(context, command.operands, "GROUP"));
  if (!group) return not_connected(context);
  if (!has_connect_authority(context, *group)) return refuse(MessageId::ich02004i);
  const Result<std::string> owner = owner_or_issuer(context, command.operands, {MessageId::ich02011i});
  if (!owner) return refusal_of(owner);
  const parser::Keyword operands =
      administers(context, *group)
          ? command.operands
          : without_operands(context, command.operands, group_attributes, MessageId::ich02007i);
  for (const std::string& user : texts(operands.find("USERID"))) {
    if (!context.database().users.find(user)) return not_connected(context);
    put_connection(context, operands, user, group->name, *owner);
  }
  remark_unused_operands(context, command);
  return {};
}

Result<void> remove_user(Context& context, const parser::Command& command) {
  const std::string name = group_operand(context, command.operands, "GROUP");
  const auto group = context.database().groups.find(name);
  if (!group) return tl::make_unexpected(Refusal{MessageId::ich51003i, {}, 8});
  if (!has_connect_authority(context, *group)) return refuse(MessageId::rsd250i, context.user(), command.name);
  for (const std::string& user : texts(command.operands.find("USERID"))) {
    const auto record = context.database().users.find(user);
    if (!record || !context.database().connections.find(user, name)) {
      context.warn(MessageId::ich03002i, {base::pad_right(user, 8)});
    } else if (record->default_group == name) {
      context.warn(MessageId::rsd255i, {name, user});
    } else {
      context.database().connections.remove(user, name);
    }
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
