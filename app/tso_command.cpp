// app/tso_command.cpp - ringside tso: TSO commands, one per argument or from standard input.
#include <istream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/program.hpp"
#include "app/result_json.hpp"
#include "app/terminal.hpp"
#include "emulator/base/limits.hpp"
#include "emulator/base/text.hpp"

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

void run_commands(Program& program, const std::vector<std::string>& arguments) {
  auto json = nlohmann::ordered_json::array();
  Terminal terminal(program, json);
  for (const std::string& argument : arguments)
    if (!terminal.accept(parser::single_command(argument))) break;
  int number = 0;
  while (arguments.empty()) {
    const auto input = next_input(program.in(), number);
    if (!input || !terminal.accept(*input)) break;
  }
  if (program.options.json) program.out() << json_text(json) << '\n';
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
