// emulator/tso/tmp.cpp - the terminal monitor program in batch.
#include "emulator/tso/tmp.hpp"

#include <array>
#include <deque>
#include <utility>

#include <fmt/format.h>

#include "base/input_items.hpp"
#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/tso/execute.hpp"
#include "emulator/tso/in_batch.hpp"
#include "emulator/tso/look_ahead.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"

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

/// One run of the program, with the state between commands.
class Monitor final : public host::Terminal {
 public:
  Monitor(racf::Session& session, TmpProgram program, const TmpOutput& output)
      : session_(session), program_(program), output_(output) {}

  /// Runs the command of PARM, before the first READY and without an echo.
  void run_parm(const std::string& parm) {
    if (base::trim(parm).empty()) return;
    const parser::CommandText command = parser::single_command(parm);
    accept(command, parse(session_, command));
  }

  /// Reading far more records than commands may run would only take memory: most records hold a command.
  void run_records(const std::vector<parser::Record>& records) {
    constexpr std::size_t records_of_a_command = 4;
    std::size_t octets = 0;
    for (const parser::Record& record : records) octets += record.text.size();
    const std::size_t most = base::most_items(octets);
    if (records.size() > records_of_a_command * most) return refuse_excess(most);
    run_input(parser::read_commands(records));
  }

  void run_input(const parser::CommandStream& stream) {
    for (const parser::RecordNote& note : stream.notes)
      output_.diagnostics.push_back(parser::describe(parser::Diagnostic{note.text, note.where, ""}));
    if (const std::size_t most = most_commands(stream); stream.commands.size() > most) return refuse_excess(most);
    output_.commands.reserve(output_.commands.size() + stream.commands.size());
    LookAhead ahead(session_, stream.commands);
    input_ = {&stream, &ahead};
    while (input_.at < stream.commands.size() && !ended_) {
      output_.printed.emplace_back("READY");
      const parser::CommandText& command = stream.commands[input_.at++];
      const ParsedText& parsed = ahead.next();
      echo(command, parsed);
      accept(command, parsed);
    }
    if (ended_) note_left_out(stream, input_.at);
    input_ = {};
  }

  /// An exec reads the records of SYSTSIN that follow its command.
  std::optional<std::string> read_line(const std::vector<std::string>& shown) override {
    output_.printed.insert(output_.printed.end(), shown.begin(), shown.end());
    while (input_.lines.empty()) {
      if (input_.stream == nullptr || input_.at == input_.stream->commands.size()) return std::nullopt;
      for (const parser::Record& record : input_.stream->commands[input_.at++].records)
        input_.lines.push_back(base::trim_right(record.text));
      input_.ahead->next();
    }
    std::string line = std::move(input_.lines.front());
    input_.lines.pop_front();
    return line;
  }

  [[nodiscard]] bool ended() const { return ended_; }

  /// Ends the listing. At the end of SYSTSIN the program supplies an END; an END of SYSTSIN is echoed already.
  int finish() {
    if (!end_was_read_) {
      output_.printed.emplace_back("READY");
      output_.printed.emplace_back("END");
    }
    return return_code_;
  }

 private:
  void echo(const parser::CommandText& text, const ParsedText& parsed) {
    if (parsed.holds_secret) {  // a real system prints passwords here; Ringside never prints a secret
      output_.printed.push_back(base::printable(parser::redacted(text.text)));
      return;
    }
    for (const parser::Record& record : text.records)
      if (const std::string line = base::trim_right(record.text); !line.empty())
        output_.printed.push_back(base::printable(line));
  }

  void accept(const parser::CommandText& text, const ParsedText& parsed) {
    if (parsed.kind == InputKind::null_command) return;
    if (parsed.kind == InputKind::end) {
      ended_ = end_was_read_ = true;
      return;
    }
    host::CommandResult answer = execute(session_, text, parsed);
    for (std::string& line : answer.shown()) output_.printed.push_back(std::move(line));
    return_code_ = answer.return_code;
    output_.commands.push_back(std::move(answer));
    ended_ = program_ != TmpProgram::ikjeft01 && return_code_ != 0;
  }

  static std::size_t most_commands(const parser::CommandStream& stream) {
    std::size_t octets = 0;
    for (const parser::CommandText& command : stream.commands) octets += command.text.size();
    return base::most_items(octets);
  }

  void refuse_excess(std::size_t most) {
    constexpr auto id = base::OwnMessage::rsd382i;
    const auto& own = base::own_messages();
    output_.printed.push_back(std::string(own.number(id)) + " " + own.text(id, {std::to_string(most)}));
    return_code_ = own.row(id).return_code;
  }

  void note_left_out(const parser::CommandStream& stream, std::size_t from) {
    std::size_t left_out = 0;
    for (std::size_t at = from; at < stream.commands.size(); ++at)
      if (kind_of(stream.commands[at]) == InputKind::command) ++left_out;
    if (left_out == 0) return;
    const std::string cause = end_was_read_
                                  ? std::string("END was read")
                                  : fmt::format("{} stops at return code {}", name_of(program_), return_code_);
    output_.diagnostics.push_back(fmt::format("{}: {} more command(s) of SYSTSIN did not run", cause, left_out));
  }

  /// The commands of SYSTSIN while they run.
  struct Input {
    const parser::CommandStream* stream = nullptr;
    LookAhead* ahead = nullptr;
    std::size_t at = 0;               // of the next command
    std::deque<std::string> lines{};  // records of a command that an exec reads one after the other
  };

  racf::Session& session_;
  TmpProgram program_;
  const TmpOutput& output_;
  Input input_;
  int return_code_ = 0;
  bool ended_ = false;
  bool end_was_read_ = false;
};

}  // namespace

std::optional<TmpProgram> tmp_program(std::string_view name) {
  for (const auto& [program_name, program] : programs)
    if (program_name == name) return program;
  return std::nullopt;
}

int run_tmp(racf::Session& session, const TmpInput& input, const TmpOutput& output) {
  session.prefix = session.user;  // what PROFILE and ALLOCATE have set is gone at the end of the session
  session.files.clear();
  Monitor monitor(session, input.program, output);
  const InBatch in_batch(session, monitor);
  monitor.run_parm(input.parm);
  if (!monitor.ended()) monitor.run_records(input.records);
  return monitor.finish();
}

}  // namespace ringside::tso
