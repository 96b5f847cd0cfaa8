// emulator/racf/common_operands.cpp - readers of operands that commands of more than one kind have.
#include "emulator/racf/common_operands.hpp"

#include <algorithm>

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

Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands, const Refusal& missing) {
  if (!operands.has("OWNER")) return context.user();
  std::string owner = operands.value_of("OWNER");
  if (!is_defined(context, owner)) return tl::make_unexpected(missing);
  return owner;
}

Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands) {
  return owner_or_issuer(context, operands, {MessageId::rsd251i, {operands.value_of("OWNER")}});
}

std::string altered_owner(Context& context, const parser::Keyword& operands, const std::string& current,
                          MessageId not_altered, const std::vector<std::string>& inserts) {
  if (!operands.has("OWNER")) return current;
  std::string owner = operands.value_of("OWNER");
  if (is_defined(context, owner)) return owner;
  context.warn(not_altered, inserts);
  return current;
}

parser::Keyword without_operands(Context& context, const parser::Keyword& operands,
                                 std::span<const std::string_view> words, MessageId ignored) {
  parser::Keyword kept = operands;
  kept.keywords.clear();
  for (const parser::Keyword& operand : operands.keywords) {
    if (std::find(words.begin(), words.end(), operand.name) == words.end()) {
      kept.keywords.push_back(operand);
    } else {
      context.warn(ignored, {operand.name});
    }
  }
  return kept;
}

}  // namespace ringside::racf
