// emulator/tso/execute.cpp - parses one TSO command and runs it by its processor.
#include "emulator/tso/execute.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/execute.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/tso/allocate.hpp"
#include "emulator/tso/catalog.hpp"
#include "emulator/tso/commands.hpp"
#include "emulator/tso/exec/exec_command.hpp"
#include "emulator/tso/help.hpp"
#include "emulator/tso/message.hpp"
#include "emulator/tso/session_commands.hpp"
#include "emulator/tso/submit.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::tso {
namespace {

constexpr int not_processed = 12;  // of TSO's own commands (TSO/E Command Reference, return codes)

void refuse(host::CommandResult& result, const parser::CommandError& error, bool holds_secret) {
  for (const parser::Message& message : error.messages) result.lines.push_back({message.id, message.text});
  result.return_code = error.return_code;
  parser::Diagnostic diagnostic = error.diagnostic;
  if (holds_secret)
    diagnostic.line.clear();  // secrets are never printed, and the line may hold only a part of the command
  result.diagnostics.push_back(parser::describe(diagnostic));
}

void refuse_as_not_emulated(host::CommandResult& result, std::string_view name) {
  say_own(result, base::OwnMessage::rsd381i, {std::string(name)});
  result.diagnostics.push_back(fmt::format("{} exists on a real system; Ringside does not emulate it", name));
}

struct Processor {
  std::string_view command;
  void (*run)(racf::Session&, const parser::Command&, host::CommandResult&);
};

constexpr std::array processors = {
    Processor{"ALLOCATE", allocate},    Processor{"DELETE", delete_entries}, Processor{"EXEC", run_exec_command},
    Processor{"FREE", free_files},      Processor{"HELP", show_help},        Processor{"LISTALC", list_files},
    Processor{"LISTCAT", list_catalog}, Processor{"LISTDS", list_data_sets}, Processor{"PROFILE", set_profile},
    Processor{"RENAME", rename_entry},  Processor{"SUBMIT", submit_jobs},    Processor{"TIME", show_time},
};

void run_own(host::CommandResult& result, racf::Session& session, const parser::Command& command) {
  for (const parser::Message& message : command.messages) result.lines.push_back({message.id, message.text});
  for (const Processor& processor : processors)
    if (processor.command == command.name) processor.run(session, command, result);
  const TsoCommand* row = find_tso_command(command.name);
  for (const parser::Keyword& operand : command.operands.keywords)
    if (!has_effect(*row, operand.name))
      result.diagnostics.push_back(fmt::format("{}: {} has no effect here", command.name, operand.name));
}

void run_parsed(host::CommandResult& result, racf::Session& session, const parser::Command& command) {
  if (racf::is_racf_command(command.name)) {
    result = racf::execute(session, command, std::string(result.command));
  } else if (find_tso_command(command.name) != nullptr) {
    run_own(result, session, command);
  } else {
    refuse_as_not_emulated(result, command.name);
  }
  for (parser::Diagnostic note : command.notes) {
    note.line.clear();
    result.diagnostics.push_back(parser::describe(note));
  }
}

}  // namespace

InputKind kind_of(const parser::CommandText& text) {
  if (base::trim(text.text).empty()) return InputKind::null_command;
  const TsoCommand* own = find_tso_command(parser::command_word(text.text));
  return own != nullptr && own->treatment == Treatment::ends_input ? InputKind::end : InputKind::command;
}

std::vector<std::string> site_classes(racf::Session& session) {
  racf::Context context(session, nullptr);
  return racf::site_classes(context);
}

ParsedText parse(racf::Session& session, const parser::CommandText& text) {
  return parse(text, site_classes(session));
}

ParsedText parse(const parser::CommandText& text, std::vector<std::string> classes) {
  ParsedText parsed;
  const std::string typed = base::trim(text.text);
  if (typed.empty()) return parsed;
  parsed.own = find_tso_command(parser::command_word(typed));
  const bool ends = parsed.own != nullptr && parsed.own->treatment == Treatment::ends_input;
  parsed.kind = ends ? InputKind::end : InputKind::command;
  parsed.shown = parser::redacted(typed);
  parsed.holds_secret = parsed.shown != typed;
  if (parsed.own != nullptr && parsed.own->treatment == Treatment::not_emulated) return parsed;
  parsed.classes = std::move(classes);
  parsed.command = parser::parse_command(text, parsed.classes);
  return parsed;
}

host::CommandResult execute(racf::Session& session, const parser::CommandText& text) {
  return execute(session, text, parse(session, text));
}

host::CommandResult execute(racf::Session& session, const parser::CommandText& text, const ParsedText& parsed) {
  host::CommandResult result;
  if (parsed.kind == InputKind::null_command) return result;
  result.command = parsed.shown;
  if (!parsed.command) {
    refuse_as_not_emulated(result, parsed.own->name);
    return result;
  }
  if (parsed.classes != site_classes(session)) return execute(session, text);
  if (*parsed.command) {
    run_parsed(result, session, **parsed.command);
  } else if (parsed.own != nullptr || !run_implicit_exec(session, text.text, result)) {
    refuse(result, parsed.command->error(), parsed.holds_secret);
    if (parsed.own != nullptr) result.return_code = not_processed;
  }
  return result;
}

}  // namespace ringside::tso
