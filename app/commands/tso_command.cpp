// app/commands/tso_command.cpp - ringside tso: runs TSO commands, one per operand or from standard input.
#include <memory>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "app/prompt/terminal.hpp"
#include "base/input_items.hpp"
#include "base/json.hpp"

namespace ringside::app {
namespace {

void run_commands(Program& program, const std::vector<std::string>& arguments) {
  auto json = base::Json::array();
  Terminal terminal(program, json);
  if (arguments.size() > 1) terminal.show_commands();
  for (const std::string& argument : arguments)
    if (!terminal.accept(parser::single_command(argument))) break;
  CommandInput input(lines_of(program.in()));
  std::size_t count = 0, octets = 0;
  bool is_too_long = false;
  while (arguments.empty()) {
    const auto commands = input.next();
    if (!commands) break;
    count += commands->commands.size();
    for (const parser::CommandText& command : commands->commands) octets += command.text.size();
    is_too_long = count > base::most_items(octets);
    if (is_too_long || !terminal.accept(*commands)) break;
    terminal.show_commands();  // of the first, it is not known whether another one follows
  }
  if (program.options.json) program.out() << json.text() << '\n';
  if (is_too_long)
    throw UsageError(
        fmt::format("standard input: more than {} commands for its size; those before were run", count - 1));
}

}  // namespace

Command tso_command(Program& program) {
  auto commands = std::make_shared<std::vector<std::string>>();
  return {
      .name = "tso",
      .about = "run TSO commands, one per operand, or the lines of standard input",
      .notes =
          "Several commands: READY and the command stand before each answer (from standard input, before the second "
          "and later ones).\n"
          "'HELP' lists the commands, 'HELP RACDCERT GENCERT' shows the operands of one.\n"
          "Exit status: the highest return code.",
      .examples = {"ringside --lab my.lab tso 'RACDCERT ID(IZUSVR) LISTRING(*)'"},
      .options = {{"COMMAND", commands.get(), "TSO commands; none: reads standard input"}},
      .run = [&program, commands] { run_commands(program, *commands); },
      .makes_lab = true};
}

}  // namespace ringside::app
