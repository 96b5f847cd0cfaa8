// app/prompt/terminal.cpp - runs TSO commands and prints their results.
#include "app/prompt/terminal.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/output/job_summary.hpp"
#include "app/output/spool_text.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/exec/exec_command.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command_table.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::app {
namespace {

/// An exec may end with any number; a status of the shell is at most 255.
int exit_status(int return_code) {
  constexpr int most = 255;
  return return_code < 0 ? most : std::min(return_code, most);
}

}  // namespace

Terminal::Terminal(Program& program, base::Json& json)
    : program_(program), json_(json), session_(program.session()), next_line_(lines_of(program.in())) {
  session_.terminal = this;
}

void Terminal::print_line(std::ostream& out, const std::string& line) {
  if (width_ == 0) {
    out << line << '\n';
    return;
  }
  const std::size_t indent = std::min(line.find_first_not_of(' '), width_ / 2);
  for (const std::string& part : base::wrapped(line, width_, indent)) out << part << '\n';
}

void Terminal::print(const host::CommandResult& result) {
  if (shows_commands_) program_.out() << "READY\n" << base::printable(result.command) << '\n';
  const parser::CommandSpec* spec = parser::find_command(parser::command_word(result.command));
  const bool is_help = spec != nullptr && spec->name == "HELP";
  const auto shown = result.shown();
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const bool is_message = !result.lines[at].id.empty();
    if (is_message || is_help)
      print_line(program_.out(), shown[at]);
    else
      program_.out() << shown[at] << '\n';
  }
  program_.flush();
  for (const std::string& remark : result.diagnostics)
    for (const std::string& line : base::lines(remark)) print_line(program_.error(), "  " + line);
  if (result.return_code != 0)
    fmt::print(program_.error(), "return code {}: {}\n", result.return_code, base::printable(result.command));
}

bool Terminal::accept(const parser::CommandText& text) {
  const tso::InputKind kind = tso::kind_of(text);
  if (kind != tso::InputKind::command) return kind != tso::InputKind::end;
  take(tso::execute(session_, text));
  return true;
}

void Terminal::run(const tso::FoundExec& exec, const std::string& argument) {
  host::CommandResult result;
  result.command = base::trim_right("%" + exec.name + " " + parser::redacted(argument));
  tso::run_exec(session_, exec, argument, "TSO", result);
  take(std::move(result));
}

std::optional<std::string> Terminal::read_line(const std::vector<std::string>& shown) {
  for (const std::string& line : shown) {
    if (program_.options.json) {
      shown_.push_back({"", line});
    } else {
      program_.out() << line << '\n';
    }
  }
  program_.flush();
  return next_line_();
}

void Terminal::take(host::CommandResult result) {
  result.lines.insert(result.lines.begin(), shown_.begin(), shown_.end());
  shown_.clear();
  counts_.add(result);
  highest_code_ = std::max(highest_code_, result.return_code);
  program_.status = std::max(program_.status, exit_status(result.return_code));
  if (program_.options.json) {
    json_.push_back(jes::command_json(result));
  } else {
    print(result);
  }
  run_submitted();
}

void Terminal::run_submitted() {
  for (const jes::JobResult& job : jes::run_submitted(session_)) {
    program_.status = std::max(program_.status, exit_status(job));
    if (program_.options.json) {
      json_.push_back(jes::job_json(job));
      continue;
    }
    program_.out() << spool_text(job);
    program_.flush();
    print_summary(program_.error(), job);
  }
}

bool Terminal::accept(const parser::CommandStream& stream) {
  for (const parser::RecordNote& note : stream.notes)
    print_line(program_.error(), "  " + parser::describe(parser::Diagnostic{note.text, note.where, ""}));
  return std::all_of(stream.commands.begin(), stream.commands.end(),
                     [&](const parser::CommandText& text) { return accept(text); });
}

}  // namespace ringside::app
