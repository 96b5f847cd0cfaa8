// emulator/racf/common_operands.cpp - readers of operands that commands of more than one kind have.
#include "emulator/racf/common_operands.hpp"

namespace ringside::racf {

std::vector<std::string> texts(const parser::Keyword* keyword) {
  std::vector<std::string> found;
  if (keyword == nullptr) return found;
  for (const parser::Value& value : keyword->values) found.push_back(value.text);
  return found;
}

bool is_defined(Context& context, const std::string& name) {
  return context.database().users.find(name) || context.database().groups.find(name);
}

Result<std::optional<std::string>> owner_if_given(Context& context, const parser::Keyword& operands) {
  if (!operands.has("OWNER")) return std::nullopt;
  std::string owner = operands.value_of("OWNER");
  if (!is_defined(context, owner)) return refuse(MessageId::rsd251i, owner);
  return owner;
}

Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands) {
  const auto owner = owner_if_given(context, operands);
  if (!owner) return refusal_of(owner);
  return owner->value_or(context.user());
}

}  // namespace ringside::racf
