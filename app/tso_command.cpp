// app/tso_command.cpp - ringside tso: TSO commands, one per argument or from standard input.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "app/result_json.hpp"
#include "emulator/base/text.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

std::vector<parser::CommandText> commands_of(Program& program, const std::vector<std::string>& arguments) {
  std::vector<parser::CommandText> commands;
  if (!arguments.empty()) {
    for (const std::string& argument : arguments) commands.push_back(parser::single_command(argument));
    return commands;
  }
  std::vector<parser::Record> records;
  int number = 0;
  for (std::string& line : base::lines(read_input_file(program, "-"))) records.push_back({std::move(line), ++number});
  return parser::read_commands(records, parser::RecordForm::line).commands;
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
void run_commands(Program& program, const std::vector<std::string>& arguments) {
  racf::Session session = program.session();
  auto json = nlohmann::ordered_json::array();
  for (const parser::CommandText& text : commands_of(program, arguments)) {
    const tso::InputKind kind = tso::kind_of(text);
    if (kind == tso::InputKind::end) break;
    if (kind == tso::InputKind::null_command) continue;
    const racf::CommandResult result = tso::execute(session, text);
    program.status = std::max(program.status, result.return_code);
    if (program.options.json) {
      json.push_back(command_json(result));
    } else {
      print(program, result);
    }
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
