// parser/tso/prompt.cpp - the required operand that PARSE asks a terminal user for.
#include "parser/tso/prompt.hpp"

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/resolver.hpp"

namespace ringside::parser {

// Numbers and texts as captured at terminals.
Message MissingOperand::question() const {
  return {secret ? "IKJ56714A" : "IKJ56700A", "ENTER " + item + " -"};
}

std::optional<MissingOperand> missing_operand(const CommandText& text, std::span<const std::string> site_classes) {
  const auto tree = parse_operand_tree(text.text);
  if (!tree) return std::nullopt;
  const CommandSpec* spec = find_command(tree->command);
  if (spec == nullptr) return std::nullopt;
  Resolver resolver(text, *tree, *spec, site_classes);
  if (resolver.resolve()) return std::nullopt;
  return resolver.missing();
}

CommandText with_operand(const CommandText& text, const MissingOperand& missing, const std::string& answer) {
  std::string completed = text.text;
  completed.insert(missing.offset, missing.with_parens ? "(" + answer + ")" : " " + answer + " ");
  return single_command(completed);
}

}  // namespace ringside::parser
