// emulator/tso/exec/exec_command.cpp - finds the exec of a command and runs it.
#include "emulator/tso/exec/exec_command.hpp"

#include <utility>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/tso/exec/exec_host.hpp"
#include "emulator/tso/message.hpp"

namespace ringside::tso {
namespace {

/// The name with prefix and type: SESSION(FIRST) becomes PREFIX.SESSION.EXEC(FIRST) (TSO/E Command Reference, EXEC).
std::string full_name(const racf::Session& session, const parser::Value& typed, const std::string& type) {
  if (typed.quoted) return typed.text;
  const auto open = std::min(typed.text.find('('), typed.text.size());
  std::string name = typed.text.substr(0, open);
  if (name != type && !name.ends_with("." + type)) name += "." + type;
  return host::qualify(name, false, session.prefix) + typed.text.substr(open);
}

/// The request, or a refusal in the result.
ExecRequest accept(const tl::expected<FoundExec, std::string>& found, std::string argument,
                   host::CommandResult& result) {
  if (found) return {*found, std::move(argument)};
  say_own(result, base::OwnMessage::rsd383i, {found.error()});
  return {};
}

/// The name of the command in upper case, without a percent sign, and the text behind it.
std::pair<std::string, std::string> split_command(std::string_view command) {
  const std::string text = base::trim(command);
  const auto blank = std::min(text.find_first_of(" \t"), text.size());
  const std::size_t begin = text.starts_with('%') ? 1 : 0;
  return {base::upper(text.substr(begin, blank - begin)), base::trim(text.substr(blank))};
}

void run(racf::Session& session, const ExecRequest& request, host::CommandResult& result) {
  if (request.exec) run_exec(session, *request.exec, request.argument, "TSO", result);
}

}  // namespace

ExecRequest read_exec(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  const parser::Keyword* data_set = command.operands.find("DATASET");
  const bool as_exec = command.operands.has("EXEC");
  if (command.operands.has("CLIST")) return accept(tl::make_unexpected("a CLIST is not emulated"), {}, result);
  const std::string name = full_name(session, data_set->values.front(), as_exec ? "EXEC" : "CLIST");
  if (const auto found = session.data_sets.find(name))
    return accept(exec_in(*found, !as_exec), command.operands.value_of("ARGUMENT"), result);
  say(result, MessageId::ikj56228i, {name.substr(0, name.find('('))});
  return {};
}

std::optional<ExecRequest> read_implicit_exec(racf::Session& session, std::string_view command,
                                              host::CommandResult& result) {
  const auto [name, argument] = split_command(command);
  const auto found = find_exec(session, name);
  return found ? std::optional(accept(*found, argument, result)) : std::nullopt;
}

void run_exec_command(racf::Session& session, const parser::Command& command, host::CommandResult& result) {
  run(session, read_exec(session, command, result), result);
}

bool run_implicit_exec(racf::Session& session, std::string_view command, host::CommandResult& result) {
  const auto request = read_implicit_exec(session, command, result);
  if (request) run(session, *request, result);
  return request.has_value();
}

void run_exec(racf::Session& session, const FoundExec& exec, const std::string& argument,
              const std::string& environment, host::CommandResult& result) {
  ExecEnvironment around{session, result};
  result.return_code = run_as_command(around, exec, argument, environment);
}

}  // namespace ringside::tso
