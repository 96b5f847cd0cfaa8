// app/terminal.cpp - TSO commands one after another.
#include "app/terminal.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/result_json.hpp"
#include "emulator/base/text.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

void print(Program& program, const racf::CommandResult& result) {
  for (const std::string& line : result.shown()) program.out() << line << '\n';
  program.out().flush();
  for (const std::string& remark : result.diagnostics)
    for (const std::string& line : base::lines(remark)) program.error() << "  " << line << '\n';
  if (result.return_code != 0)
    fmt::print(program.error(), "return code {}: {}\n", result.return_code, base::printable(result.command));
}

}  // namespace

bool Terminal::accept(const parser::CommandText& text) {
  const tso::InputKind kind = tso::kind_of(text);
  if (kind != tso::InputKind::command) return kind != tso::InputKind::end;
  const racf::CommandResult result = tso::execute(session_, text);
  highest_code_ = std::max(highest_code_, result.return_code);
  program_.status = std::max(program_.status, result.return_code);
  if (program_.options.json) {
    json_.push_back(command_json(result));
  } else {
    print(program_, result);
  }
  return true;
}

bool Terminal::accept(const parser::CommandStream& stream) {
  for (const parser::RecordNote& note : stream.notes)
    program_.error() << "  " << tso::describe(parser::Diagnostic{note.text, note.where, ""}) << '\n';
  return std::all_of(stream.commands.begin(), stream.commands.end(),
                     [&](const parser::CommandText& text) { return accept(text); });
}

}  // namespace ringside::app
