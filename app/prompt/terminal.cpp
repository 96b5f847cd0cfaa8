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

namespace ringside::app {

void Terminal::print(const host::CommandResult& result) {
  const auto shown = result.shown();
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const bool is_message = !result.lines[at].id.empty();  // lines of listings are not folded
    if (width_ == 0 || !is_message)
      program_.out() << shown[at] << '\n';
    else
      for (const std::string& line : base::wrapped(shown[at], width_, 0)) program_.out() << line << '\n';
  }
  program_.flush();
  for (const std::string& remark : result.diagnostics)
    for (const std::string& line : base::lines(remark)) program_.error() << "  " << line << '\n';
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
    program_.error() << "  " << parser::describe(parser::Diagnostic{note.text, note.where, ""}) << '\n';
  return std::all_of(stream.commands.begin(), stream.commands.end(),
                     [&](const parser::CommandText& text) { return accept(text); });
}

}  // namespace ringside::app
