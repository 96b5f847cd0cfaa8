// app/prompt/terminal.cpp - runs TSO commands and prints their results.
#include "app/prompt/terminal.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {

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
  const host::CommandResult result = tso::execute(session_, text);
  counts_.add(result);
  highest_code_ = std::max(highest_code_, result.return_code);
  program_.status = std::max(program_.status, result.return_code);
  if (program_.options.json) {
    json_.push_back(jes::command_json(result));
  } else {
    print(result);
  }
  return true;
}

bool Terminal::accept(const parser::CommandStream& stream) {
  for (const parser::RecordNote& note : stream.notes)
    print_line(program_.error(), "  " + parser::describe(parser::Diagnostic{note.text, note.where, ""}));
  return std::all_of(stream.commands.begin(), stream.commands.end(),
                     [&](const parser::CommandText& text) { return accept(text); });
}

}  // namespace ringside::app
