// parser/tso/prompt.cpp - the operand that PARSE asks a terminal user for.
#include "parser/tso/prompt.hpp"

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/resolver.hpp"

namespace ringside::parser {

// Numbers and texts as captured at terminals; IKJ56718A is from memory, no capture has it.
Message AskedOperand::question() const {
  if (refusal) return secret ? Message{"IKJ56718A", "REENTER -"} : Message{"IKJ56703A", "REENTER THIS OPERAND -"};
  return {secret ? "IKJ56714A" : "IKJ56700A", "ENTER " + item + " -"};
}

std::optional<AskedOperand> operand_to_ask(const CommandText& text, std::span<const std::string> site_classes) {
  const auto tree = parse_operand_tree(text.text);
  if (!tree) return std::nullopt;
  const CommandSpec* spec = find_command(tree->command);
  if (spec == nullptr) return std::nullopt;
  Resolver resolver(text, *tree, *spec, site_classes);
  const auto resolved = resolver.resolve();
  if (resolved || !resolver.asked()) return std::nullopt;
  AskedOperand asked = *resolver.asked();
  if (asked.end > asked.offset) asked.refusal = resolved.error();
  return asked;
}

CommandText with_operand(const CommandText& text, const AskedOperand& asked, const std::string& answer) {
  std::string completed = text.text;
  const std::string typed = asked.with_parens ? "(" + answer + ")" : asked.refusal ? answer : " " + answer + " ";
  completed.replace(asked.offset, asked.end - asked.offset, typed);
  return single_command(completed);
}

}  // namespace ringside::parser
