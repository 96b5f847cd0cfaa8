// parser/jcl/procedure.cpp - calls of procedures and their overrides; references by DDNAME=.
#include "parser/jcl/procedure.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 17> exec_keywords{
    "ACCT", "ADDRSPC", "CCSID", "COND",   "DYNAMNBR", "MEMLIMIT", "PARM", "PARMDD", "PERFORM",
    "PGM",  "PROC",    "RD",    "REGION", "REGIONX",  "RLSTMOUT", "TIME", "TVSMSG"};

/// Operands that name what a DD is. An override with one of them replaces all of them.
constexpr std::array<std::string_view, 6> source_keywords{"DDNAME", "DSN", "DSNAME", "PATH", "SUBSYS", "SYSOUT"};
/// Operands that have a meaning for data sets only.
constexpr std::array<std::string_view, 6> data_set_keywords{"DISP", "SPACE", "UNIT", "VOL", "VOLUME", "LABEL"};

bool is_positional_source(const JclOperand& operand) {
  return operand.keyword.empty() && (operand.text == "*" || operand.text == "DATA");
}

bool is_source(const JclOperand& operand) {
  return is_positional_source(operand) || (is_among(source_keywords, operand.keyword) && !operand.text.empty());
}

bool is_nullified(const JclOperand& operand) {
  return operand.text.empty() && !operand.quoted && operand.parts.empty();
}

void remove(std::vector<JclOperand>& operands, std::string_view keyword) {
  std::erase_if(operands, [&](const JclOperand& one) { return one.keyword == keyword; });
}

void replace(std::vector<JclOperand>& operands, std::string_view keyword, const JclOperand& change) {
  remove(operands, keyword);
  if (is_nullified(change)) return;
  operands.push_back(change);
  operands.back().keyword = std::string(keyword);
}

/// Removes the operands that the source in an overriding DD makes void.
void make_room(std::vector<JclOperand>& operands, const JclOperand& source) {
  const bool data_set = source.keyword == "DSN" || source.keyword == "DSNAME";
  std::erase_if(operands, [&](const JclOperand& one) {
    const bool dummy = one.keyword.empty() && one.text == "DUMMY";
    return is_source(one) || dummy || (!data_set && is_among(data_set_keywords, one.keyword));
  });
}

}  // namespace

bool is_exec_keyword(std::string_view keyword) {
  return keyword.find('.') != std::string_view::npos || is_among(exec_keywords, keyword);
}

ProcedureCall read_call(ReadyStatement exec) {
  ProcedureCall call;
  const auto& operands = exec.statement.operands;
  call.procedure = exec.statement.value_of("PROC");
  if (call.procedure.empty() && !operands.empty() && operands.front().keyword.empty())
    call.procedure = operands.front().text;
  for (const std::string& part : field_parts(exec.field))
    if (SymbolAssignment one = read_assignment(part); !one.name.empty() && !is_exec_keyword(one.name))
      call.symbols.push_back(std::move(one));
  call.exec = std::move(exec);
  return call;
}

std::vector<JclOperand> merge_exec(std::vector<JclOperand> own, const std::vector<JclOperand>& caller,
                                   std::string_view step, bool first_step) {
  for (const JclOperand& change : caller) {
    const std::string_view name = change.keyword;
    const auto period = name.find('.');
    const std::string_view keyword = name.substr(0, period);
    if (!is_among(exec_keywords, keyword) || keyword == "PGM" || keyword == "PROC") continue;
    // Without the name of a step, PARM is for the first step and removes that of the others. Other operands are for all
    // steps.
    const bool parm = keyword == "PARM" || keyword == "PARMDD";
    if (period != std::string_view::npos) {
      if (name.substr(period + 1) == step) replace(own, keyword, change);
    } else if (!parm || first_step) {
      replace(own, keyword, change);
    } else {
      remove(own, keyword);
    }
  }
  return own;
}

std::vector<JclOperand> merge_dd(std::vector<JclOperand> own, const std::vector<JclOperand>& changes) {
  for (const JclOperand& change : changes)
    if (is_source(change)) make_room(own, change);
  for (const JclOperand& change : changes) {
    if (change.keyword.empty()) {
      if (!change.text.empty()) own.insert(own.begin(), change);
    } else {
      replace(own, change.keyword, change);
    }
  }
  return own;
}

bool names_a_source(const std::vector<JclOperand>& operands) {
  return std::any_of(operands.begin(), operands.end(), is_source);
}

bool resolve_ddnames(std::vector<DdStatement>& dds) {
  bool missing = false;
  for (std::size_t at = 0; at < dds.size(); ++at) {
    const std::string wanted = dds[at].statement.value_of("DDNAME");
    if (dds[at].statement.find("DDNAME") == nullptr) continue;
    auto& operands = dds[at].statement.operands;
    remove(operands, "DDNAME");
    const auto later = dds.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const auto target = std::find_if(
        later, dds.end(), [&](const DdStatement& one) { return !wanted.empty() && one.statement.name == wanted; });
    if (target == dds.end()) {
      operands.push_back({"", "DUMMY", {}, false});
      missing = missing || !wanted.empty();
      continue;
    }
    operands.insert(operands.end(), target->statement.operands.begin(), target->statement.operands.end());
    dds[at].in_stream = target->in_stream;
    dds[at].data = std::move(target->data);
    // DDs concatenated to the later DD move with it; otherwise they would belong to the DD before it.
    const auto group_end =
        std::find_if(target + 1, dds.end(), [](const DdStatement& one) { return !one.statement.name.empty(); });
    const auto group_size = std::distance(target, group_end) - 1;
    const auto next = dds.erase(target);
    std::rotate(dds.begin() + static_cast<std::ptrdiff_t>(at) + 1, next, next + group_size);
    --at;  // the moved DD may itself have DDNAME=
  }
  return missing;
}

}  // namespace ringside::parser
