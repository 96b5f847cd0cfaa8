// emulator/tso/exec/exec_command.cpp - reads EXEC and %NAME, and runs the exec.
#include "emulator/tso/exec/exec_command.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/tso/exec/exec_host.hpp"
#include "emulator/tso/message.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {
namespace {

constexpr int refused = 12;

/// What EXEC was given.
struct ExecOperands {
  std::string data_set;  ///< as typed, without quotes
  bool quoted = false;
  std::string argument;
  bool as_exec = false;
  bool as_clist = false;
  std::string wrong{};  ///< an operand that EXEC does not have
};

/// Reads the text after EXEC: a name, an argument in apostrophes, keywords.
class OperandReader {
 public:
  explicit OperandReader(std::string_view text) : rest_(text) {}

  ExecOperands read() {
    ExecOperands operands;
    skip_blanks();
    operands.quoted = rest_.starts_with("'");
    operands.data_set = operands.quoted ? quoted() : name();
    for (skip_blanks(); !rest_.empty(); skip_blanks()) {
      if (rest_.starts_with("'")) {
        operands.argument = quoted();
      } else {
        keyword(operands, base::upper(word()));
      }
    }
    return operands;
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t,"), rest_.size())); }

  std::string word() {
    const auto end = std::min(rest_.find_first_of(" \t,'"), rest_.size());
    std::string taken(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return taken;
  }

  /// A name; blanks may stand before its member: "SESSION (FIRST)".
  std::string name() {
    std::string taken = word();
    skip_blanks();
    if (taken.find('(') == std::string::npos && rest_.starts_with("(")) taken += word();
    return taken;
  }

  /// Text in apostrophes; two of them stand for one.
  std::string quoted() {
    std::string taken;
    for (rest_.remove_prefix(1); !rest_.empty(); rest_.remove_prefix(1)) {
      if (rest_.front() == '\'') {
        if (!rest_.substr(1).starts_with("'")) {
          rest_.remove_prefix(1);
          break;
        }
        rest_.remove_prefix(1);
      }
      taken += rest_.front();
    }
    return taken;
  }

  static void keyword(ExecOperands& operands, const std::string& word) {
    constexpr std::array<std::string_view, 4> without_effect{"LIST", "NOLIST", "PROMPT", "NOPROMPT"};
    if (word == "EXEC") {
      operands.as_exec = true;
    } else if (word == "CLIST") {
      operands.as_clist = true;
    } else if (std::find(without_effect.begin(), without_effect.end(), word) == without_effect.end()) {
      operands.wrong = word;
    }
  }

  std::string_view rest_;
};

/// The name with prefix and type: SESSION(FIRST) becomes PREFIX.SESSION.EXEC(FIRST) (TSO/E Command Reference, EXEC).
std::string full_name(const racf::Session& session, const ExecOperands& operands) {
  const std::string typed = base::upper(operands.data_set);
  if (operands.quoted) return typed;
  const auto open = typed.find('(');
  std::string name = typed.substr(0, open);
  const std::string type = operands.as_exec ? "EXEC" : "CLIST";
  if (name != type && !name.ends_with("." + type)) name += name.empty() ? type : "." + type;
  return host::qualify(name, false, session.prefix) + (open == std::string::npos ? "" : typed.substr(open));
}

void refuse(host::CommandResult& result, const std::string& what) {
  const auto& own = base::own_messages();
  constexpr auto id = base::OwnMessage::rsd383i;
  result.lines.push_back({own.number(id), own.text(id, {what})});
  result.return_code = own.row(id).return_code;
}

/// The command word without its percent sign, and the rest without blanks at its ends.
std::pair<std::string, std::string> split_command(std::string_view command) {
  const std::string text = base::trim(command);
  const auto blank = text.find_first_of(" \t");
  const std::string word = text.substr(text.starts_with('%') ? 1 : 0, blank - (text.starts_with('%') ? 1 : 0));
  return {base::upper(word), blank == std::string::npos ? std::string{} : base::trim(text.substr(blank))};
}

/// The request, or a refusal in the result.
ExecRequest accept(const tl::expected<FoundExec, std::string>& found, std::string argument,
                   host::CommandResult& result) {
  if (found) return {*found, std::move(argument)};
  refuse(result, found.error());
  return {};
}

ExecRequest read_explicit(racf::Session& session, std::string_view text, host::CommandResult& result) {
  const ExecOperands operands = OperandReader(text).read();
  if (!operands.wrong.empty()) {
    result.lines.push_back({"IKJ56712I", "INVALID KEYWORD, " + operands.wrong});
    result.return_code = refused;
    return {};
  }
  if (operands.data_set.empty()) return accept(tl::make_unexpected("EXEC names no data set"), {}, result);
  if (operands.as_clist) return accept(tl::make_unexpected("a CLIST is not emulated"), {}, result);
  const std::string name = full_name(session, operands);
  const auto data_set = session.data_sets.find(name);
  if (data_set) return accept(exec_in(*data_set, !operands.as_exec), operands.argument, result);
  say(result, MessageId::ikj56228i, {name.substr(0, name.find('('))});
  return {};
}

}  // namespace

bool names_exec(std::string_view command) {
  const std::string text = base::trim(command);
  if (text.starts_with('%')) return true;
  const std::string word = split_command(text).first;
  return word == "EXEC" || word == "EX";
}

ExecRequest read_exec_command(racf::Session& session, std::string_view command, host::CommandResult& result) {
  const auto [word, rest] = split_command(command);
  if (!base::trim(command).starts_with('%')) return read_explicit(session, rest, result);
  if (const auto found = find_exec(session, word)) return accept(*found, rest, result);
  result.lines.push_back({"IKJ56500I", fmt::format("COMMAND {} NOT FOUND", word)});
  result.return_code = refused;
  return {};
}

void run_exec_command(racf::Session& session, std::string_view command, host::CommandResult& result) {
  const ExecRequest request = read_exec_command(session, command, result);
  if (request.exec) run_exec(session, *request.exec, request.argument, "TSO", result);
}

bool run_implicit_exec(racf::Session& session, std::string_view command, host::CommandResult& result) {
  const auto [word, rest] = split_command(command);
  const auto found = find_exec(session, word);
  if (!found) return false;
  const ExecRequest request = accept(*found, rest, result);
  if (request.exec) run_exec(session, *request.exec, request.argument, "TSO", result);
  return true;
}

void run_exec(racf::Session& session, const FoundExec& exec, const std::string& argument,
              const std::string& environment, host::CommandResult& result) {
  ExecEnvironment around{session, result};
  result.return_code = run_as_command(around, exec, argument, environment);
}

}  // namespace ringside::tso
