// emulator/tso/tmp.cpp - the terminal monitor program in batch.
#include "emulator/tso/tmp.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/tso/execute.hpp"
#include "emulator/tso/look_ahead.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {
namespace {

constexpr std::array<std::pair<std::string_view, TmpProgram>, 3> programs = {{
    {"IKJEFT01", TmpProgram::ikjeft01},
    {"IKJEFT1A", TmpProgram::ikjeft1a},
    {"IKJEFT1B", TmpProgram::ikjeft1b},
}};

std::string_view name_of(TmpProgram program) {
  return programs[static_cast<std::size_t>(program)].first;
}

/// One run: the state that passes from command to command.
class Monitor {
 public:
  Monitor(racf::Session& session, TmpProgram program) : session_(session), program_(program) {}

  /// The command of PARM runs before the first READY and is not echoed.
  void run_parm(const std::string& parm) {
    if (base::trim(parm).empty()) return;
    const parser::CommandText command = parser::single_command(parm);
    accept(command, parse(session_, command));
  }

  void run_input(const parser::CommandStream& stream) {
    for (const parser::RecordNote& note : stream.notes)
      result_.diagnostics.push_back(describe(parser::Diagnostic{note.text, note.where, ""}));
    result_.commands.reserve(stream.commands.size());
    LookAhead ahead(session_, stream.commands);
    for (std::size_t at = 0; at < stream.commands.size() && !ended_; ++at) {
      result_.printed.emplace_back("READY");
      const ParsedText& parsed = ahead.next();
      echo(stream.commands[at], parsed);
      accept(stream.commands[at], parsed);
      if (ended_) note_left_out(stream, at + 1);
    }
  }

  [[nodiscard]] bool ended() const { return ended_; }

  TmpResult finish() {
    // At the end of its input the program reads an END that it makes itself; an END that was read has been echoed.
    if (!end_was_read_) {
      result_.printed.emplace_back("READY");
      result_.printed.emplace_back("END");
    }
    return std::move(result_);
  }

 private:
  void echo(const parser::CommandText& text, const ParsedText& parsed) {
    if (parsed.holds_secret) {  // a real system shows passwords here; Ringside prints no secret anywhere
      result_.printed.push_back(base::printable(parser::redacted(text.text)));
      return;
    }
    for (const parser::Record& record : text.records)
      if (const std::string line = base::trim_right(record.text); !line.empty())
        result_.printed.push_back(base::printable(line));
  }

  void accept(const parser::CommandText& text, const ParsedText& parsed) {
    if (parsed.kind == InputKind::null_command) return;
    if (parsed.kind == InputKind::end) {
      ended_ = end_was_read_ = true;
      return;
    }
    racf::CommandResult answer = execute(session_, text, parsed);
    for (std::string& line : answer.shown()) result_.printed.push_back(std::move(line));
    result_.return_code = answer.return_code;
    result_.commands.push_back(std::move(answer));
    ended_ = program_ != TmpProgram::ikjeft01 && result_.return_code != 0;
  }

  void note_left_out(const parser::CommandStream& stream, std::size_t from) {
    std::size_t left_out = 0;
    for (std::size_t at = from; at < stream.commands.size(); ++at)
      if (kind_of(stream.commands[at]) == InputKind::command) ++left_out;
    if (left_out == 0) return;
    const std::string cause = end_was_read_
                                  ? std::string("END was read")
                                  : fmt::format("{} stops at return code {}", name_of(program_), result_.return_code);
    result_.diagnostics.push_back(fmt::format("{}: {} more command(s) of SYSTSIN did not run", cause, left_out));
  }

  racf::Session& session_;
  TmpProgram program_;
  TmpResult result_;
  bool ended_ = false;
  bool end_was_read_ = false;
};

}  // namespace

std::optional<TmpProgram> tmp_program(std::string_view name) {
  for (const auto& [program_name, program] : programs)
    if (program_name == name) return program;
  return std::nullopt;
}

TmpResult run_tmp(racf::Session& session, TmpProgram program, const std::vector<parser::Record>& records,
                  const std::string& parm) {
  Monitor monitor(session, program);
  monitor.run_parm(parm);
  if (!monitor.ended()) monitor.run_input(parser::read_commands(records));
  return monitor.finish();
}

}  // namespace ringside::tso
