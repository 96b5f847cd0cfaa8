// twin/commands/transition.cpp - a system on its way to another one: each command is run on a copy of it before it is
// shown.
#include "twin/commands/transition.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/records.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/execute.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {
namespace {

constexpr int refused_at_least = 8;  // the lowest return code of a refused command

/// The command as TSO joins it from its lines.
parser::CommandText joined_lines(const std::string& command) {
  std::vector<parser::Record> records;
  for (const std::string& line : command_lines(command))
    records.push_back({line, static_cast<int>(records.size()) + 1});
  return parser::read_commands(records).commands.front();
}

std::string first_message(const host::CommandResult& result) {
  for (auto line = result.lines.rbegin(); line != result.lines.rend(); ++line)
    if (!line->id.empty()) return line->id + " " + line->text;
  return fmt::format("return code {}", result.return_code);
}

}  // namespace

Transition::Transition(lab::Lab& trial, const database::SystemRecord& from, lab::Lab& target,
                       const database::SystemRecord& to, PlanRequest request)
    : target_(target),
      to_(to),
      session_(trial, from, request.issuer),
      target_session_(target, to, request.issuer),
      request_(std::move(request)) {}

std::string Transition::refusal_of(const std::string& command) {
  std::vector<std::string> classes;
  {
    racf::Context context(session_);
    classes = racf::site_classes(context);
  }
  const auto parsed = parser::parse_command(joined_lines(command), classes);
  if (!parsed) return parsed.error().messages.front().id + " " + parsed.error().messages.front().text;
  const host::CommandResult result = racf::execute(session_, *parsed, parser::redacted(command));
  return result.return_code < refused_at_least ? "" : first_message(result);
}

void Transition::add_refused(const std::string& command, const std::string& refusal) {
  remark(fmt::format("not possible: {}: {}", parser::redacted(command), refusal));
}

bool Transition::run(const std::string& command) {
  const std::string refusal = refusal_of(command);
  if (refusal.empty())
    plan_.lines.push_back({PlannedLine::Kind::command, command});
  else
    add_refused(command, refusal);
  return refusal.empty();
}

void Transition::run_in_some_order(std::vector<std::string> commands) {
  std::vector<std::pair<std::string, std::string>> refused;
  for (std::size_t before = commands.size() + 1; !commands.empty() && commands.size() < before;) {
    before = commands.size();
    refused.clear();
    for (std::string& command : commands) {
      std::string refusal = refusal_of(command);
      if (refusal.empty())
        plan_.lines.push_back({PlannedLine::Kind::command, std::move(command)});
      else
        refused.emplace_back(std::move(command), std::move(refusal));
    }
    commands.clear();
    for (const auto& [command, refusal] : refused) commands.push_back(command);
  }
  for (const auto& [command, refusal] : refused) add_refused(command, refusal);
}

void Transition::remark(std::string text) {
  plan_.lines.push_back({PlannedLine::Kind::remark, std::move(text)});
}

std::string Transition::free_data_set(const std::string& word) {
  std::size_t& number = data_sets_[word];
  std::string name;
  do name = fmt::format("{}.RINGSIDE.{}{}", issuer(), word, ++number);
  while (session_.data_sets.find(name));
  return name;
}

std::string Transition::add_file(std::string content, bool holds_key) {
  const std::string name = free_data_set("CERT");
  session_.data_sets.put(holds_key ? host::binary_records(name, base::to_bytes(content))
                                   : host::folded_text_records(name, content));
  plan_.files.push_back({name, std::move(content), holds_key});
  return name;
}

bool Transition::is_defined(const std::string& name) {
  racf::Context context(session_);
  return racf::is_defined(context, name);
}

}  // namespace ringside::twin
