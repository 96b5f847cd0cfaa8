// emulator/racf/users/connection_operands.cpp - the operands that connect a user to a group.
#include "emulator/racf/users/connection_operands.hpp"

namespace ringside::racf {

std::string group_operand(Context& context, const parser::Keyword& operands, const std::string& keyword) {
  if (operands.has(keyword)) return operands.value_of(keyword);
  const auto issuer = context.database().users.find(context.user());
  return issuer ? issuer->default_group : std::string{};
}

void apply_connection_operands(const parser::Keyword& operands, database::Connection& connection) {
  if (operands.has("AUTHORITY")) connection.authority = operands.value_of("AUTHORITY");
  if (operands.has("UACC")) connection.uacc = operands.value_of("UACC");
}

}  // namespace ringside::racf
