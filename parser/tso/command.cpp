// parser/tso/command.cpp - a TSO command: its name, its table, its operands.
#include "parser/tso/command.hpp"

#include <algorithm>

#include "base/national.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/refusal.hpp"
#include "parser/tso/resolver.hpp"

namespace ringside::parser {
namespace {

constexpr int command_not_started = 12;  // return code for unknown and malformed command names

CommandError bad_name_syntax(const CommandText& text, const OperandTree& tree) {
  const std::string cause =
      std::string_view(text.text).substr(tree.command_offset).starts_with("//")
          ? "a JCL comment reached TSO, which takes it for a command"
          : "a command name has 1 to 8 characters A-Z, 0-9, @, # and $, and does not begin with a digit";
  return {{{"IKJ56621I", "INVALID COMMAND NAME SYNTAX"}},
          command_not_started,
          Explainer(text).explain(cause, tree.command_offset, tree.command)};
}

CommandError not_found(const CommandText& text, const OperandTree& tree, const std::string& name) {
  std::vector<std::string> names;
  for (const CommandSpec& spec : command_specs()) names.emplace_back(spec.name);
  const std::string cause = name == "TSO" ? "the prefix TSO belongs to the ISPF command line; leave it out"
                                          : "no command of this name is known" + base::did_you_mean(name, names);
  return {{{"IKJ56500I", "COMMAND " + name + " NOT FOUND"}},
          command_not_started,
          Explainer(text).explain(name + ": " + cause, tree.command_offset)};
}

}  // namespace

const Keyword* Keyword::find(std::string_view keyword) const {
  const auto named = [&](const Keyword& one) { return one.name == keyword; };
  const auto found = std::find_if(keywords.rbegin(), keywords.rend(), named);
  return found == keywords.rend() ? nullptr : &*found;
}

std::string Keyword::value_of(std::string_view keyword) const {
  const Keyword* found = find(keyword);
  return found == nullptr ? std::string{} : found->value();
}

ParsedCommand parse_command(const CommandText& text, std::span<const std::string> site_classes) {
  const auto tree = parse_operand_tree(text.text);
  // The text is too long or too deep to be shown. IBM's message number is not known.
  if (!tree)
    return tl::unexpected(CommandError{{own_message(OwnMessage::rsd301i, {tree.error().text})}, 8, tree.error()});
  const std::string written = base::upper(tree->command);
  const bool procedure = written.starts_with('%');  // %NAME: an implicit EXEC of a CLIST or REXX exec
  const std::string name = procedure ? written.substr(1) : written;
  if (!base::is_simple_name(name)) return tl::unexpected(bad_name_syntax(text, *tree));
  const CommandSpec* spec = procedure ? nullptr : find_command(name);
  if (spec == nullptr) return tl::unexpected(not_found(text, *tree, name));
  return Resolver(text, *tree, *spec, site_classes).resolve();
}

}  // namespace ringside::parser
