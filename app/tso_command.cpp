// app/tso_command.cpp - ringside tso: TSO commands, one per argument or from standard input.
#include <algorithm>
#include <istream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "app/result_json.hpp"
#include "emulator/base/limits.hpp"
#include "emulator/base/text.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

/// One line of standard input; false at its end. Bounded, since a line may come from anywhere.
bool read_line(std::istream& in, std::string& line) {
  line.clear();
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') return true;
    line += static_cast<char>(c);
    if (line.size() > base::limits::input_line_bytes)
      throw UsageError(fmt::format("standard input has a line longer than {} octets", base::limits::input_line_bytes));
  }
  return !line.empty();
}

bool goes_on(const std::string& line) {
  const std::string text = base::trim_right(line);
  return text.ends_with('+') || text.ends_with('-');
}

/// The next command of standard input with its continuations. Reads no further, so that a person at a terminal is
/// answered line by line.
std::optional<parser::CommandStream> next_input(std::istream& in, int& number) {
  std::vector<parser::Record> records;
  std::string line;
  std::size_t size = 0;
  while (read_line(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    const bool more = goes_on(line);
    size += line.size();
    records.push_back({line, ++number});
    if (!more || size > base::limits::command_bytes) break;
  }
  if (records.empty()) return std::nullopt;
  return parser::read_commands(records, parser::RecordForm::line);
}

void print(Program& program, const racf::CommandResult& result) {
  for (const std::string& line : result.shown()) program.out() << line << '\n';
  program.out().flush();
  for (const std::string& remark : result.diagnostics)
    for (const std::string& line : base::lines(remark)) program.error() << "  " << line << '\n';
  if (result.return_code != 0)
    fmt::print(program.error(), "return code {}: {}\n", result.return_code, base::printable(result.command));
}

// Each command is a commit of its own: what was acknowledged on the terminal stays (rulings, "a crash in the middle of
// a step").
class Terminal {
 public:
  explicit Terminal(Program& program) : program_(program), session_(program.session()) {}

  /// Runs one command; false after END.
  bool accept(const parser::CommandText& text) {
    const tso::InputKind kind = tso::kind_of(text);
    if (kind != tso::InputKind::command) return kind != tso::InputKind::end;
    const racf::CommandResult result = tso::execute(session_, text);
    program_.status = std::max(program_.status, result.return_code);
    if (program_.options.json) {
      json_.push_back(command_json(result));
    } else {
      print(program_, result);
    }
    return true;
  }

  bool accept(const parser::CommandStream& stream) {
    for (const parser::RecordNote& note : stream.notes)
      program_.error() << "  " << tso::describe(parser::Diagnostic{note.text, note.where, ""}) << '\n';
    return std::all_of(stream.commands.begin(), stream.commands.end(),
                       [&](const parser::CommandText& text) { return accept(text); });
  }

  void finish() {
    if (program_.options.json) program_.out() << json_text(json_) << '\n';
  }

 private:
  Program& program_;
  racf::Session session_;
  nlohmann::ordered_json json_ = nlohmann::ordered_json::array();
};

void run_commands(Program& program, const std::vector<std::string>& arguments) {
  Terminal terminal(program);
  for (const std::string& argument : arguments)
    if (!terminal.accept(parser::single_command(argument))) break;
  int number = 0;
  while (arguments.empty()) {
    const auto input = next_input(program.in(), number);
    if (!input || !terminal.accept(*input)) break;
  }
  terminal.finish();
}

}  // namespace

void add_tso_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("tso", "issue TSO commands, one per argument, or lines of standard input");
  command->footer(
      "Exit status: the highest return code.\nExample: ringside --lab my.lab tso 'RACDCERT ID(IZUSVR) LISTRING(*)'");
  auto commands = std::make_shared<std::vector<std::string>>();
  command->add_option("COMMAND", *commands, "TSO commands; without any, standard input is read");
  command->callback([&program, commands] { run_commands(program, *commands); });
}

}  // namespace ringside::app
