// emulator/racf/operands.cpp - what all command processors do with operands.
#include "emulator/racf/operands.hpp"

#include <fmt/format.h>

#include "emulator/racf/operand_table.hpp"

namespace ringside::racf {

std::vector<std::string> texts(const parser::Keyword* keyword) {
  std::vector<std::string> found;
  if (keyword == nullptr) return found;
  for (const parser::Value& value : keyword->values) found.push_back(value.text);
  return found;
}

void diagnose_idle(Context& context, const std::string& command, const std::string& operand) {
  context.diagnose(fmt::format("{}: operand {} is understood but not emulated; it had no effect", command, operand));
}

void diagnose_others(Context& context, const parser::Command& command) {
  for (const parser::Keyword& keyword : command.operands.keywords)
    if (!has_effect(command.name, keyword.name)) diagnose_idle(context, command.name, keyword.name);
}

void warn(Context& context, MessageId id, const std::vector<std::string>& inserts) {
  context.say(id, inserts, messages().row(id).return_code);
}

bool is_defined(Context& context, const std::string& name) {
  return context.database().users.find(name) || context.database().groups.find(name);
}

Result<std::string> owner_operand(Context& context, const parser::Keyword& operands) {
  if (!operands.has("OWNER")) return context.user();
  std::string owner = operands.value_of("OWNER");
  if (!is_defined(context, owner)) return refuse(MessageId::rsd251i, owner);
  return owner;
}

std::string listing_day(Context& context, base::Instant instant) {
  const base::CivilTime local = base::to_local(instant, context.zone());
  const auto year = std::chrono::year{local.year};
  const auto day = std::chrono::sys_days{year / local.month / local.day};
  const auto number = (day - std::chrono::sys_days{year / 1 / 1}).count() + 1;
  return fmt::format("{:02}.{:03}", local.year % 100, number);
}

}  // namespace ringside::racf
