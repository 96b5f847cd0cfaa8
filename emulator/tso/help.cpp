// emulator/tso/help.cpp - the HELP command (TSO/E Command Reference, HELP; words and layout of the pages are
// Ringside's own).
#include "emulator/tso/help.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"
#include "emulator/racf/execute.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/racdcert/function_table.hpp"
#include "emulator/tso/commands.hpp"
#include "parser/tso/syntax.hpp"

namespace ringside::tso {
namespace {

namespace racdcert = racf::racdcert;
using parser::CommandSpec;
using parser::KeywordSpec;
using Names = std::vector<std::string>;

constexpr std::size_t width = 79;

constexpr auto pages = std::to_array<std::pair<std::string_view, std::string_view>>({
#define RINGSIDE_HELP(title, purpose) {title, purpose},
#include "emulator/tso/help_table.inc"
#undef RINGSIDE_HELP
});

/// What a command or a function does; empty for a title without a page.
std::string_view purpose_of(std::string_view title) {
  for (const auto& [name, purpose] : pages)
    if (name == title) return purpose;
  return {};
}

/// What is known of a topic: its syntax, its operands with an effect, and those without.
struct Page {
  std::string title;
  std::string syntax;
  std::vector<const KeywordSpec*> operands;
  std::vector<std::pair<std::string, Names>> notes;  ///< "Stored only", and the operands
};

/// The parts of a page that are asked for.
struct Parts {
  bool function = true, syntax = true, operands = true;
  Names selected;  ///< from OPERANDS(...); empty for all
};

Parts parts_of(const parser::Keyword& asked, const std::string& second) {
  const auto has = [&](std::string_view part) { return asked.has(part) || second == part; };
  Parts parts;
  if (!has("ALL") && (has("FUNCTION") || has("SYNTAX") || has("OPERANDS")))
    parts = {has("FUNCTION"), has("SYNTAX"), has("OPERANDS"), {}};
  if (const parser::Keyword* operands = asked.find("OPERANDS"))
    for (const parser::Value& value : operands->values) parts.selected.push_back(value.text);
  return parts;
}

class Printer {
 public:
  explicit Printer(host::CommandResult& result) : result_(result) {}

  /// Further lines of the text are indented by `hang` more.
  void line(const std::string& text, std::size_t indent = 0, std::size_t hang = 2) {
    const std::string lead(indent, ' ');
    for (const std::string& part : base::wrapped(lead + text, width, indent + hang))
      result_.lines.push_back({"", part});
  }
  /// A row of a list: the text stands in a column behind the name.
  void row(std::string_view name, std::size_t column, std::string_view text) {
    line(fmt::format("{:<{}}{}", name, column, text), 2, column);
  }

 private:
  host::CommandResult& result_;
};

void print(const Page& page, const Parts& parts, host::CommandResult& result) {
  Printer printer(result);
  if (parts.function) printer.line(fmt::format("{} - {}", page.title, purpose_of(page.title)));
  if (parts.syntax) printer.line(page.syntax, 1);
  if (!parts.operands) return;
  const auto is_selected = [&](const KeywordSpec* operand) {
    return parts.selected.empty() || std::any_of(parts.selected.begin(), parts.selected.end(),
                                                 [&](const auto& name) { return operand->name.starts_with(name); });
  };
  printer.line("Operands:", 1);
  for (const KeywordSpec* operand : page.operands)
    if (is_selected(operand)) printer.line(parser::keyword_syntax(*operand), 2);
  if (!parts.selected.empty()) return;
  if (page.operands.empty()) printer.line("none", 2);
  for (const auto& [note, names] : page.notes)
    if (!names.empty()) printer.line(note + ": " + base::join(names, ", "), 1);
}

bool has_effect_here(const CommandSpec& command, const KeywordSpec& operand) {
  if (racf::is_racf_command(command.name)) return racf::has_effect(command.name, operand.name);
  const TsoCommand* own = find_tso_command(command.name);
  return own == nullptr || own->treatment != Treatment::runs || has_effect(*own, operand.name);
}

Page page_of(const CommandSpec& command) {
  Page page{std::string(command.name), std::string(command.name), {}, {}};
  for (const KeywordSpec& each : command.positionals) page.syntax += " " + parser::positional_syntax(each);
  if (!command.keywords.empty()) page.syntax += " [operands]";
  Names without_effect, other_names;
  for (const KeywordSpec& operand : command.keywords) {
    if (!operand.alias_of.empty())
      other_names.push_back(fmt::format("{} ({})", operand.name, operand.alias_of));
    else if (has_effect_here(command, operand))
      page.operands.push_back(&operand);
    else
      without_effect.emplace_back(operand.name);
  }
  page.notes = {{"Other names", other_names},
                {"Short names of the command", {command.aliases.begin(), command.aliases.end()}},
                {"Accepted, without effect here", without_effect}};
  return page;
}

/// "[ID(name) | SITE | CERTAUTH]": the owners that the function has.
std::string owners_of(const racdcert::FunctionRule& rule, const CommandSpec& command) {
  Names owners;
  for (const KeywordSpec& operand : command.keywords)
    if (racdcert::is_owner_operand(operand.name) &&
        racdcert::status_of(rule, operand.name) == racdcert::OperandStatus::implemented)
      owners.push_back(parser::keyword_syntax(operand));
  return owners.empty() ? "" : "[" + base::join(owners, " | ") + "] ";
}

Page page_of(const racdcert::FunctionRule& rule) {
  using racdcert::OperandStatus;
  const CommandSpec& command = *parser::find_command("RACDCERT");
  Page page{fmt::format("RACDCERT {}", rule.name), "RACDCERT " + owners_of(rule, command), {}, {}};
  Names stored, without_effect;
  for (const KeywordSpec& operand : command.keywords) {
    if (operand.name == rule.name) page.syntax += parser::keyword_syntax(operand);
    if (racdcert::find_function_rule(operand.name) != nullptr || racdcert::is_owner_operand(operand.name)) continue;
    const OperandStatus status = racdcert::status_of(rule, operand.name);
    if (status == OperandStatus::implemented) page.operands.push_back(&operand);
    if (status == OperandStatus::stored_only) stored.emplace_back(operand.name);
    if (status == OperandStatus::no_meaning) without_effect.emplace_back(operand.name);
  }
  if (!page.operands.empty()) page.syntax += " [operands]";
  page.notes = {{"Kept and listed only, since the hardware is not there", stored},
                {"Belong to other functions, without effect here", without_effect}};
  return page;
}

void list_functions(host::CommandResult& result) {
  Printer printer(result);
  printer.line(fmt::format("RACDCERT - {}", purpose_of("RACDCERT")));
  printer.line("RACDCERT [ID(name) | SITE | CERTAUTH | MULTIID] function [operands]", 1);
  printer.line("Functions (HELP RACDCERT GENCERT shows one):", 1);
  for (const racdcert::FunctionRule& rule : racdcert::function_rules())
    printer.row(rule.name, 11, purpose_of(fmt::format("RACDCERT {}", rule.name)));
}

void list_commands(host::CommandResult& result) {
  Printer printer(result);
  printer.line("Commands (HELP ADDUSER shows one, HELP RACDCERT GENCERT a function):");
  for (const auto& [title, purpose] : pages)
    if (title.find(' ') == std::string_view::npos) printer.row(title, 9, purpose);
  Names others;
  for (const TsoCommand& command : tso_commands())
    if (command.treatment == Treatment::not_emulated) others.emplace_back(command.name);
  printer.line("On a real system, not emulated here: " + base::join(others, ", "));
}

void refuse(host::CommandResult& result, const std::string& topic, const std::string& meant, const Names& known) {
  constexpr int no_page = 12;
  const std::string near = base::did_you_mean(meant, known);
  Printer(result).line(fmt::format("No help for {}{}", base::printable(topic), near.empty() ? "." : near));
  result.return_code = no_page;
}

/// The function of this name or with this unique beginning; nullptr if there is none.
const racdcert::FunctionRule* function_of(const std::string& word) {
  const racdcert::FunctionRule* found = nullptr;
  for (const racdcert::FunctionRule& rule : racdcert::function_rules()) {
    if (rule.name == word) return &rule;
    if (!rule.name.starts_with(word)) continue;
    if (found != nullptr) return nullptr;
    found = &rule;
  }
  return found;
}

void show_racdcert(const std::string& function, const Parts& parts, host::CommandResult& result) {
  if (const racdcert::FunctionRule* rule = function_of(function)) return print(page_of(*rule), parts, result);
  Names names;
  for (const racdcert::FunctionRule& rule : racdcert::function_rules()) names.emplace_back(rule.name);
  refuse(result, "RACDCERT " + function, function, names);
}

bool is_part(const std::string& word) {
  return word == "FUNCTION" || word == "SYNTAX" || word == "OPERANDS" || word == "ALL";
}

}  // namespace

std::vector<std::string_view> help_pages() {
  std::vector<std::string_view> titles;
  for (const auto& [title, purpose] : pages) titles.push_back(title);
  return titles;
}

void show_help(racf::Session& /*session*/, const parser::Command& command, host::CommandResult& result) {
  const std::string topic = command.operands.value_of("COMMAND");
  std::string second = command.operands.value_of("SUBCOMMAND");
  const Parts parts = parts_of(command.operands, second);
  if (is_part(second)) second.clear();
  if (topic.empty()) return list_commands(result);
  const CommandSpec* found = parser::find_command(topic);
  if (found != nullptr && found->name == "RACDCERT") {
    if (second.empty() && parts.selected.size() == 1) second = parts.selected.front();  // OPERANDS(GENCERT)
    return second.empty() ? list_functions(result) : show_racdcert(second, {}, result);
  }
  if (found != nullptr) return print(page_of(*found), parts, result);
  Names names;
  for (const CommandSpec& each : parser::command_specs()) names.emplace_back(each.name);
  if (const TsoCommand* own = find_tso_command(topic))
    Printer(result).line(fmt::format("{} exists on a real system; Ringside does not emulate it.", own->name));
  else
    refuse(result, topic, topic, names);
}

}  // namespace ringside::tso
