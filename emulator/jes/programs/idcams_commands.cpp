// emulator/jes/programs/idcams_commands.cpp - the commands of access method services and their keywords, as a table.
#include "emulator/jes/programs/idcams_commands.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/operands.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/lexical/operand_tree.hpp"

namespace ringside::jes {
namespace {

using AmsFunction = int (*)(AmsRun& run, const AmsCommand& command);

/// Abbreviations are those of the manual (DFSMS Access Method Services Commands, each command's parameters).
struct AmsKeyword {
  std::string_view name;
  std::string_view alias;
  Use use;
};

constexpr std::array delete_keywords = {
    AmsKeyword{"NONVSAM", "NVSAM", Use::used},           AmsKeyword{"CLUSTER", "CL", Use::used},
    AmsKeyword{"GENERATIONDATAGROUP", "GDG", Use::used}, AmsKeyword{"ALIAS", "", Use::used},
    AmsKeyword{"PURGE", "PRG", Use::without_effect},     AmsKeyword{"NOPURGE", "NPRG", Use::without_effect},
    AmsKeyword{"SCRATCH", "SCR", Use::without_effect},   AmsKeyword{"ERASE", "ERAS", Use::without_effect},
    AmsKeyword{"NOERASE", "NERAS", Use::without_effect}, AmsKeyword{"FORCE", "FRC", Use::without_effect},
    AmsKeyword{"NOFORCE", "NFRC", Use::without_effect},  AmsKeyword{"CATALOG", "CAT", Use::without_effect},
    AmsKeyword{"FILE", "", Use::without_effect},         AmsKeyword{"NOSCRATCH", "NSCR", Use::not_emulated},
    AmsKeyword{"MASK", "", Use::not_emulated},
};

constexpr std::array listcat_keywords = {
    AmsKeyword{"ENTRIES", "ENT", Use::used},
    AmsKeyword{"LEVEL", "LVL", Use::used},
    AmsKeyword{"NONVSAM", "NVSAM", Use::without_effect},
    AmsKeyword{"NAME", "", Use::without_effect},
    AmsKeyword{"ALL", "", Use::without_effect},
    AmsKeyword{"HISTORY", "HIST", Use::without_effect},
    AmsKeyword{"VOLUME", "VOL", Use::without_effect},
    AmsKeyword{"ALLOCATION", "ALLOC", Use::without_effect},
    AmsKeyword{"CATALOG", "CAT", Use::without_effect},
};

constexpr std::array repro_keywords = {
    AmsKeyword{"INFILE", "IFILE", Use::used},
    AmsKeyword{"OUTFILE", "OFILE", Use::used},
    AmsKeyword{"INDATASET", "IDS", Use::used},
    AmsKeyword{"OUTDATASET", "ODS", Use::used},
    AmsKeyword{"COUNT", "", Use::used},
    AmsKeyword{"SKIP", "", Use::used},
    AmsKeyword{"REPLACE", "REP", Use::without_effect},
    AmsKeyword{"REUSE", "RUS", Use::without_effect},
};

struct AmsSpec {
  std::string_view name;
  std::string_view alias;
  std::span<const AmsKeyword> keywords;
  AmsFunction function;  ///< nullptr: not emulated
};

constexpr std::array commands = {
    AmsSpec{"DELETE", "DEL", delete_keywords, ams_delete},
    AmsSpec{"LISTCAT", "LISTC", listcat_keywords, ams_listcat},
    AmsSpec{"REPRO", "", repro_keywords, ams_repro},
    AmsSpec{"ALLOCATE", "ALLOC", {}, nullptr},
    AmsSpec{"ALTER", "", {}, nullptr},
    AmsSpec{"BLDINDEX", "BIX", {}, nullptr},
    AmsSpec{"DCOLLECT", "DCOL", {}, nullptr},
    AmsSpec{"DEFINE", "DEF", {}, nullptr},
    AmsSpec{"DIAGNOSE", "DIAG", {}, nullptr},
    AmsSpec{"EXAMINE", "", {}, nullptr},
    AmsSpec{"EXPORT", "EXP", {}, nullptr},
    AmsSpec{"IMPORT", "IMP", {}, nullptr},
    AmsSpec{"PARM", "", {}, nullptr},
    AmsSpec{"PRINT", "", {}, nullptr},
    AmsSpec{"SETCACHE", "SETC", {}, nullptr},
    AmsSpec{"SHCDS", "", {}, nullptr},
    AmsSpec{"VERIFY", "VFY", {}, nullptr},
};

template <typename Row>
const Row* find_row(std::span<const Row> rows, const std::string& word) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
    return row.name == word || (!row.alias.empty() && row.alias == word);
  });
  return found == rows.end() ? nullptr : &*found;
}

/// The values in a subfield: "(A B)" and "((A B))" alike.
std::vector<std::string> values_in(const parser::Operand& group) {
  std::vector<std::string> values;
  const std::span<const parser::Operand> items(group.items);
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (items[at].kind == parser::Operand::Kind::group) {
      for (std::string& value : values_in(items[at])) values.push_back(std::move(value));
    } else if (const auto member = parser::library_with_member(items.subspan(at))) {
      values.push_back(member->text);
      ++at;
    } else {
      values.push_back(items[at].text);
    }
  }
  return values;
}

/// One word that is not a keyword is allowed, as the first operand: the name of the entry.
std::optional<AmsOperand> read_operand(AmsRun& run, const AmsSpec& spec, const parser::Operand& operand, bool first) {
  if (operand.kind == parser::Operand::Kind::group && first) return AmsOperand{"", values_in(operand)};
  const AmsKeyword* keyword =
      operand.kind == parser::Operand::Kind::word ? find_row(spec.keywords, base::upper(operand.text)) : nullptr;
  if (keyword == nullptr) {
    if (first && operand.kind != parser::Operand::Kind::group) return AmsOperand{"", {operand.text}};
    run.say(MessageId::idc3211i, {operand.kind == parser::Operand::Kind::group ? "(" : operand.text});
    return std::nullopt;
  }
  if (keyword->use == Use::not_emulated) {
    run.say(MessageId::rsd351i, {std::string(spec.name), std::string(keyword->name)});
    return std::nullopt;
  }
  if (keyword->use == Use::without_effect && keyword->name != "SCRATCH" && keyword->name != "PURGE")
    run.remark(fmt::format("IDCAMS {}: {} has no effect here", spec.name, keyword->name));
  return AmsOperand{std::string(keyword->name), {}};
}

std::optional<AmsCommand> read_command(AmsRun& run, const AmsSpec& spec, const parser::OperandTree& tree) {
  AmsCommand command{std::string(spec.name), {}};
  const std::span<const parser::Operand> operands(tree.operands);
  for (std::size_t at = 0; at < operands.size(); ++at) {
    const parser::Operand& operand = operands[at];
    const auto member = at == 0 ? parser::library_with_member(operands) : std::nullopt;
    if (member && find_row(spec.keywords, base::upper(operand.text)) == nullptr) {
      command.operands.push_back({"", {member->text}});
      ++at;
      continue;
    }
    const bool belongs = operand.kind == parser::Operand::Kind::group && !command.operands.empty() &&
                         !command.operands.back().keyword.empty() && command.operands.back().values.empty();
    if (belongs) {
      command.operands.back().values = values_in(operand);
      continue;
    }
    auto read = read_operand(run, spec, operand, command.operands.empty());
    if (!read) return std::nullopt;
    command.operands.push_back(std::move(*read));
  }
  return command;
}

}  // namespace

std::vector<std::string> ams_not_emulated() {
  std::vector<std::string> names;
  for (const AmsSpec& command : commands) {
    if (command.function == nullptr) names.emplace_back(command.name);
    for (const AmsKeyword& keyword : command.keywords)
      if (keyword.use == Use::not_emulated) names.push_back(fmt::format("{} {}", command.name, keyword.name));
  }
  return names;
}

int run_ams_command(AmsRun& run, std::string_view text) {
  const auto tree = parser::parse_operand_tree(text);
  if (!tree) {
    run.remark(tree.error().text);
    return bypassed(run);
  }
  const AmsSpec* spec = find_row(std::span<const AmsSpec>(commands), base::upper(tree->command));
  if (spec == nullptr) {
    run.say(MessageId::rsd352i, {base::printable(tree->command)});
    return bypassed(run);
  }
  if (spec->function == nullptr) {
    run.say(MessageId::rsd351i, {"IDCAMS", std::string(spec->name)});
    return bypassed(run);
  }
  if (tree->semicolon) run.remark("IDCAMS: what follows ';' in a record is not read");
  const auto command = read_command(run, *spec, *tree);
  return command ? spec->function(run, *command) : bypassed(run);
}

}  // namespace ringside::jes
