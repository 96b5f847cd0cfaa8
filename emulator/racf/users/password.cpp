// emulator/racf/users/password.cpp - PASSWORD and PHRASE: whether a password is set, and its interval.
#include <fmt/format.h>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::racf {
namespace {

void set_interval(const parser::Keyword& operands, database::User& user) {
  if (operands.has("INTERVAL")) set_password_interval(user.attributes, operands.value_of("INTERVAL"));
  if (operands.has("NOINTERVAL")) set_password_interval(user.attributes, no_password_interval);
}

/// Changes the own password or phrase of the issuer. Those of other users are never changed (Command Language
/// Reference, PASSWORD).
Result<void> change_own(Context& context, const parser::Command& command, database::User& user) {
  for (const char* kind : {"PASSWORD", "PHRASE"}) {
    if (!command.operands.has(kind)) continue;
    const bool phrase = std::string_view(kind) == "PHRASE";
    if (user.attributes.contains("PROTECTED") || (!phrase && user.attributes.contains("NOPASSWORD")))
      return refuse(MessageId::ich08008i, user.name);
    if (phrase && !user.attributes.contains("PASSPHRASE")) return refuse(MessageId::rsd260i, user.name);
    context.diagnose(
        fmt::format("{}: neither value of {} is kept, and the current one is not compared; log-on is not "
                    "emulated",
                    command.name, kind));
    user.attributes.erase("EXPIRED");
  }
  return {};
}

Result<void> change_one(Context& context, const parser::Command& command, const std::string& name, bool own) {
  auto user = context.database().users.find(name);
  if (!user) {
    context.warn(MessageId::ich08001i, {name});
    return {};
  }
  if (!own && !administers(context, user->owner)) {
    context.warn(MessageId::ich08007i, {name});
    return {};
  }
  if (own)
    if (auto changed = change_own(context, command, *user); !changed) return changed;
  set_interval(command.operands, *user);
  context.database().users.put(*user);
  return {};
}

}  // namespace

Result<void> change_password(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  if (!context.database().users.find(context.user())) return refuse(MessageId::ich08006i, command.name);
  if (operands.has("INTERVAL") && operands.has("NOINTERVAL"))
    return refuse(MessageId::rsd207i, "INTERVAL", "NOINTERVAL");
  std::vector<std::string> names = texts(operands.find("USER"));
  const bool own = names.empty();
  if (own) names.push_back(context.user());
  if (!own && !operands.has("INTERVAL") && !operands.has("NOINTERVAL"))
    context.diagnose(command.name + ": USER without INTERVAL resets passwords; none are kept here");
  for (const std::string& name : names)
    if (auto changed = change_one(context, command, name, own); !changed) return changed;
  remark_unused_operands(context, command);
  for (const char* kind : {"PASSWORD", "PHRASE"})
    if (!own && operands.has(kind)) remark_unused_operand(context, command.name, kind);
  return {};
}

}  // namespace ringside::racf
