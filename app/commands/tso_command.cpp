// app/commands/tso_command.cpp - ringside tso: TSO commands, one per argument or from standard input.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "app/prompt/terminal.hpp"
#include "base/json.hpp"

namespace ringside::app {
namespace {

void run_commands(Program& program, const std::vector<std::string>& arguments) {
  auto json = base::Json::array();
  Terminal terminal(program, json);
  for (const std::string& argument : arguments)
    if (!terminal.accept(parser::single_command(argument))) break;
  CommandInput input(lines_of(program.in()));
  while (arguments.empty()) {
    const auto commands = input.next();
    if (!commands || !terminal.accept(*commands)) break;
  }
  if (program.options.json) program.out() << json.text() << '\n';
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
