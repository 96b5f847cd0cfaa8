// emulator/racf/users/alter_user.cpp - ALTUSER: changes of user profiles.
#include <algorithm>
#include <array>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/connection_operands.hpp"
#include "emulator/racf/users/user_operands.hpp"

namespace ringside::racf {
namespace {

// Only a SPECIAL user may set these (Command Language Reference, ALTUSER).
constexpr std::array<std::string_view, 10> special_only{"SPECIAL", "NOSPECIAL", "OPERATIONS", "NOOPERATIONS",
                                                        "AUDITOR", "NOAUDITOR", "ROAUDIT",    "NOROAUDIT",
                                                        "UAUDIT",  "NOUAUDIT"};

/// Owners and group-SPECIAL users may change their users, and every user the own NAME and DFLTGRP.
bool may_alter(Context& context, const parser::Command& command, const database::User& user) {
  const auto& given = command.operands.keywords;
  const auto own = [](const parser::Keyword& k) {
    return k.name == "USERID" || k.name == "NAME" || k.name == "DFLTGRP";
  };
  if (user.name == context.user() && std::all_of(given.begin(), given.end(), own)) return true;
  return administers(context, user.owner);
}

void alter_default_group(Context& context, const parser::Keyword& operands, database::User& user) {
  if (!operands.has("DFLTGRP")) return;
  const std::string group = operands.value_of("DFLTGRP");
  if (context.database().connections.find(user.name, group)) {
    user.default_group = group;
  } else {
    context.warn(MessageId::ich21004i, {"DFLTGRP"});
  }
}

/// AUTHORITY and UACC change the connection to GROUP, or to the default group of the user. Nothing is changed if there
/// is no such connection.
void alter_connection(Context& context, const parser::Keyword& operands, const database::User& user) {
  const std::string group = operands.has("GROUP") ? operands.value_of("GROUP") : user.default_group;
  auto connection = context.database().connections.find(user.name, group);
  if (!connection) {
    for (const char* word : {"AUTHORITY", "UACC"})
      if (operands.has(word)) context.warn(MessageId::ich21011i, {word});
    return;
  }
  apply_connection_operands(operands, *connection);
  context.database().connections.put(*connection);
}

Result<void> alter_one(Context& context, const parser::Command& given, database::User user) {
  parser::Command command = given;
  if (!is_special(context))
    command.operands = without_operands(context, given.operands, special_only, MessageId::ich21005i);
  const parser::Keyword& operands = command.operands;
  user.owner = altered_owner(context, operands, user.owner, MessageId::ich21004i, {"OWNER"});
  apply_user_operands(context, operands, user);
  alter_default_group(context, operands, user);
  const bool touches_password =
      operands.has("PASSWORD") || operands.has("PHRASE") || operands.has("NOPASSWORD") || operands.has("NOPHRASE");
  if (touches_password) apply_password(context, command, user);
  context.database().users.put(user);
  alter_connection(context, operands, user);
  return apply_segments(context, command, user);
}

}  // namespace

Result<void> alter_user(Context& context, const parser::Command& command) {
  if (auto dated = check_dates(context, command); !dated) return dated;
  for (const std::string& name : texts(command.operands.find("USERID"))) {
    const auto user = context.database().users.find(name);
    if (!user) {
      context.warn(MessageId::ich21009i, {name});
      continue;
    }
    if (!may_alter(context, command, *user)) return refuse(MessageId::ich21010i);
    if (auto altered = alter_one(context, command, *user); !altered) return altered;
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
