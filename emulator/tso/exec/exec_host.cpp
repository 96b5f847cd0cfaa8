// emulator/tso/exec/exec_host.cpp - runs the commands and functions of an exec.
#include "emulator/tso/exec/exec_host.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/own_message.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "emulator/tso/exec/exec_command.hpp"
#include "emulator/tso/exec/functions.hpp"
#include "emulator/tso/execute.hpp"
#include "emulator/tso/message.hpp"
#include "parser/tso/record.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::tso {
namespace {

constexpr int not_found = -3;  // RC of a command that does not exist (TSO/E REXX Reference, "Host commands")
constexpr int rexx_error = 20'000;
constexpr std::size_t line_cost = 64;  // octets that a line takes besides its text
constexpr int not_a_number = 26;       // IRX0026I

/// The first word in upper case, and the rest.
std::pair<std::string, std::string> split_first(std::string_view text) {
  const std::string trimmed = base::trim(text);
  const auto end = std::min(trimmed.find_first_of(" \t("), trimmed.size());
  return {base::upper(trimmed.substr(0, end)), base::trim(trimmed.substr(end))};
}

/// Counts the execs of a session that run, each started by the one before or by a line that it left on the stack.
class RunningExec {
 public:
  explicit RunningExec(racf::Session& session) : session_(session) { ++session_.execs; }
  RunningExec(const RunningExec&) = delete;
  RunningExec& operator=(const RunningExec&) = delete;
  ~RunningExec() { --session_.execs; }

 private:
  racf::Session& session_;
};

/// Runs an exec with what it shares with its caller. The stack is left in `around`.
rexx::Outcome run_shared(ExecEnvironment& around, const rexx::Call& call) {
  rexx::Outcome outcome;
  if (around.session.execs > base::limits::rexx_nesting) {
    outcome.broken_by = fmt::format("execs call each other more than {} deep", base::limits::rexx_nesting);
    return outcome;
  }
  rexx::Allowance allowance;
  const auto used = static_cast<unsigned>(around.settings.cpu_seconds);
  if (++around.settings.execs > base::limits::rexx_execs || used >= allowance.cpu_seconds) {
    outcome.broken_by = "execs have called execs too often, or used more processor time than they may";
    return outcome;
  }
  allowance.cpu_seconds -= used;
  ExecHost host(around, call.name);
  outcome = rexx::run(call, std::exchange(around.stack, {}), host, allowance);
  host.close_files();
  around.settings.cpu_seconds += outcome.cpu_seconds;
  around.stack = std::move(outcome.stack);
  return outcome;
}

rexx::Call call_of(const ExecEnvironment& around, const FoundExec& exec) {
  return {.name = exec.name,
          .origin = fmt::format("{} {} ? TSO TSO/E ?", exec.dd, exec.data_set),
          .source = exec.source,
          .user = around.session.user,
          .clock = local_time(around.session)};
}

/// Tells why Ringside ended an exec. Returns its return code.
int tell_broken(ExecEnvironment& around, const std::string& name, const std::string& cause) {
  constexpr auto id = base::OwnMessage::rsd384i;
  say_own(around.result, id, {name, cause});
  return base::own_messages().row(id).return_code;
}

std::optional<int> whole_number(const std::string& text) {
  const std::string trimmed = base::trim(text);
  int value = 0;
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
  return error == std::errc{} && end == trimmed.data() + trimmed.size() ? std::optional(value) : std::nullopt;
}

int code_of(ExecEnvironment& around, const FoundExec& exec, const rexx::Outcome& outcome) {
  if (!outcome.broken_by.empty()) return tell_broken(around, exec.name, outcome.broken_by);
  if (outcome.error != 0) return rexx_error + outcome.error;
  if (!outcome.result) return 0;
  if (const auto code = whole_number(*outcome.result)) return *code;
  around.result.diagnostics.push_back(
      fmt::format("{}: the value of EXIT is no number, as the return code of a command must be", exec.name));
  return rexx_error + not_a_number;
}

/// The lines that an exec leaves on the stack are the next commands of TSO (TSO/E REXX Reference, "Data stack").
void run_left_lines(ExecEnvironment& around) {
  rexx::Lines left = std::exchange(around.stack, {});
  for (const std::string& line : left) {
    if (base::trim(line).empty()) continue;
    if (++around.settings.left_lines > base::limits::rexx_left_lines) {
      around.result.diagnostics.push_back(
          fmt::format("more than {} lines were left on the stack; the rest do not run", base::limits::rexx_left_lines));
      return;
    }
    around.result.append(execute(around.session, parser::single_command(line)));
  }
}

/// The exec that the command runs, which shares the stack of this one; nullopt if the command runs no exec.
std::optional<ExecRequest> exec_of(racf::Session& session, const parser::CommandText& text, const ParsedText& parsed,
                                   host::CommandResult& answer) {
  if (!parsed.command) return std::nullopt;
  if (*parsed.command)
    return (*parsed.command)->name == "EXEC" ? std::optional(read_exec(session, **parsed.command, answer))
                                             : std::nullopt;
  return parsed.own == nullptr ? read_implicit_exec(session, text.text, answer) : std::nullopt;
}

constexpr std::array<std::string_view, 2> environments{"TSO", "MVS"};

bool is_emulated(std::string_view environment) {
  return std::find(environments.begin(), environments.end(), environment) != environments.end();
}

}  // namespace

std::chrono::local_seconds local_time(const racf::Session& session) {
  return std::chrono::local_seconds(session.lab.now().time_since_epoch() + session.lab.zone().ahead);
}

int run_as_command(ExecEnvironment& around, const FoundExec& exec, const std::string& argument,
                   const std::string& environment) {
  const RunningExec running(around.session);
  rexx::Call call = call_of(around, exec);
  call.environment = environment;
  if (!argument.empty()) call.arguments.emplace_back(argument);
  const rexx::Outcome outcome = run_shared(around, call);
  const int code = code_of(around, exec, outcome);
  if (around.caller == nullptr && environment == "TSO") run_left_lines(around);
  return code;
}

int ExecHost::command(const std::string& environment, const std::string& text, rexx::WaitingExec& exec) {
  const std::string where = base::upper(environment);
  ++around_.settings.commands;
  if (!is_emulated(where)) {
    remark(
        fmt::format("{}: the environment {} is not emulated; its command does not run", name_, base::printable(where)));
    return not_found;
  }
  if (base::trim(text).empty()) return 0;
  const auto [word, rest] = split_first(text);
  if (const auto code = common_command(word, rest, exec)) return *code;
  if (where == "TSO") return tso_command(text, exec);
  const auto found = find_exec(around_.session, word);
  if (!found || !*found) return not_found;
  return called_exec(**found, rest, where, exec);
}

/// EXECIO, SUBCOM and the commands of the data stack, which every environment has. Returns nullopt for another command.
std::optional<int> ExecHost::common_command(const std::string& word, const std::string& rest, rexx::WaitingExec& exec) {
  if (word == "EXECIO") {
    std::vector<std::string> messages;
    const int code = files_.execio(rest, exec, messages);
    for (const std::string& message : messages) say(message);
    return code;
  }
  if (word == "SUBCOM") return is_emulated(base::upper(rest)) ? 0 : 1;
  return around_.settings.stack.command(word, rest, exec);
}

int ExecHost::tso_command(const std::string& text, rexx::WaitingExec& exec) {
  const parser::CommandText command = parser::single_command(text);
  const ParsedText parsed = parse(around_.session, command);
  host::CommandResult answer;
  const auto request = exec_of(around_.session, command, parsed, answer);
  if (request && request->exec) return called_exec(*request->exec, request->argument, "TSO", exec);
  if (!request) answer = execute(around_.session, command, parsed);
  const bool unknown = std::any_of(answer.lines.begin(), answer.lines.end(),
                                   [](const host::OutputLine& line) { return line.id == "IKJ56500I"; });
  const int code = answer.return_code;
  take_over(std::move(answer), exec);
  if (!unknown) return code;
  ++around_.settings.unknown;
  return not_found;
}

std::string ExecHost::reason_to_end() const {
  using namespace base::limits;
  const ExecSettings& settings = around_.settings;
  if (settings.commands > script_commands) return fmt::format("it issued more than {} commands", script_commands);
  if (settings.unknown > rexx_unknown_commands)
    return fmt::format("it issued more than {} commands that do not exist", rexx_unknown_commands);
  if (settings.stack.kept_octets() > rexx_memory_bytes)
    return fmt::format("its data stacks hold more than {} octets", rexx_memory_bytes);
  if (settings.output > rexx_output_bytes)
    return fmt::format("its commands printed more than {} octets", rexx_output_bytes);
  return {};
}

/// What an exec that this one calls runs in; the stack goes over to it.
ExecEnvironment ExecHost::inner(host::CommandResult& answer, rexx::WaitingExec& exec) {
  return {around_.session, answer, &around_, exec.take_stack(), std::move(around_.settings)};
}

void ExecHost::leave(ExecEnvironment& inner, rexx::WaitingExec& exec) {
  exec.queue(inner.stack);
  around_.settings = std::move(inner.settings);
  take_over(std::move(inner.result), exec);
}

int ExecHost::called_exec(const FoundExec& found, const std::string& argument, const std::string& environment,
                          rexx::WaitingExec& exec) {
  host::CommandResult answer;
  ExecEnvironment called = inner(answer, exec);
  const int code = run_as_command(called, found, argument, environment);
  leave(called, exec);
  return code;
}

rexx::FunctionAnswer ExecHost::exec_as_function(const FoundExec& found, rexx::CallType type,
                                                const rexx::Arguments& arguments, rexx::WaitingExec& exec) {
  const RunningExec running(around_.session);
  host::CommandResult answer;
  ExecEnvironment called = inner(answer, exec);
  rexx::Call call = call_of(called, found);
  call.type = type;
  call.arguments = arguments;
  rexx::Outcome outcome = run_shared(called, call);
  if (!outcome.broken_by.empty()) tell_broken(called, call.name, outcome.broken_by);
  leave(called, exec);
  if (!outcome.broken_by.empty() || outcome.error != 0) return {rexx::FunctionAnswer::Kind::bad_call, {}};
  return {rexx::FunctionAnswer::Kind::returned, std::move(outcome.result)};
}

void ExecHost::take_over(host::CommandResult answer, rexx::WaitingExec& exec) {
  for (const host::OutputLine& line : answer.lines)
    around_.settings.output += line.id.size() + line.text.size() + line_cost;
  around_.result.issued.push_back(answer);
  around_.result.issued.back().diagnostics.clear();
  if (!around_.settings.shows_messages)
    std::erase_if(answer.lines, [](const host::OutputLine& line) { return !line.id.empty(); });
  if (trap_.is_on()) {
    trap_.store(answer.shown(), exec);
    answer.lines.clear();
  }
  around_.result.append(std::move(answer));
}

rexx::FunctionAnswer ExecHost::function(const std::string& name, rexx::CallType type, const rexx::Arguments& arguments,
                                        rexx::WaitingExec& exec) {
  if (const auto answer = tso_function(*this, name, arguments, exec)) return *answer;
  const auto found = find_exec(around_.session, name);
  if (!found) return {};
  if (!*found) {
    remark(fmt::format("{}: {}", name_, found->error()));
    return {};
  }
  ++around_.settings.commands;
  return exec_as_function(**found, type, arguments, exec);
}

void ExecHost::say(const std::string& line) {
  around_.result.lines.push_back({"", base::printable(line)});
}

void ExecHost::show_trace(const std::string& line) {
  say(parser::redacted(line));
}

std::optional<std::string> ExecHost::pull() {
  if (around_.session.terminal == nullptr) return std::nullopt;
  std::vector<std::string> shown;  // what the callers have printed before comes first
  for (ExecEnvironment* one = &around_; one != nullptr; one = one->caller) {
    auto lines = one->result.shown();
    shown.insert(shown.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    one->result.lines.clear();
  }
  return around_.session.terminal->read_line(shown);
}

}  // namespace ringside::tso
