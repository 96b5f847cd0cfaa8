// app/commands/tso_command.cpp - ringside tso: runs TSO commands, one per operand or from standard input.
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/commands/data_set_folder.hpp"
#include "app/commands/rehearsal.hpp"
#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "app/prompt/terminal.hpp"
#include "base/input_items.hpp"
#include "base/json.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {
namespace {

struct TsoArguments {
  std::vector<std::string> commands;
  RehearsalArguments rehearsal;
  std::string files;
};

constexpr const char* how_to_quote =
    "ringside: each operand is a command of its own; write a whole command in quotes: "
    "ringside tso \"RACDCERT ID(WEB) LISTRING(*)\"\n";

/// Whether the operands are probably the words of one command: a known command without a blank, then words that are
/// none.
bool is_cut_by_shell(const std::vector<std::string>& operands) {
  const auto is_known = [](const std::string& operand) {
    return parser::find_command(parser::command_word(operand)) != nullptr;
  };
  return operands.size() > 1 && operands.front().find(' ') == std::string::npos && is_known(operands.front()) &&
         std::none_of(operands.begin() + 1, operands.end(), is_known);
}

/// Returns 0, or the number of commands after which the input was left, since it has too many for its size.
std::size_t run_standard_input(Program& program, Terminal& terminal) {
  CommandInput input(lines_of(program.in()));
  std::size_t count = 0, octets = 0;
  while (const auto commands = input.next()) {
    count += commands->commands.size();
    for (const parser::CommandText& command : commands->commands) octets += command.text.size();
    if (count > base::most_items(octets)) return count - 1;
    if (!terminal.accept(*commands)) break;
    terminal.show_commands();  // of the first, it is not known whether another one follows
  }
  return 0;
}

void run_commands(Program& program, const TsoArguments& arguments) {
  Rehearsal rehearsal(program, arguments.rehearsal);
  DataSetFolder files(program, arguments.files);
  auto json = base::Json::array();
  Terminal terminal(program, json);
  const std::size_t most = arguments.commands.empty() ? run_standard_input(program, terminal) : 0;
  if (arguments.commands.size() > 1) terminal.show_commands();
  for (const std::string& command : arguments.commands)
    if (!terminal.accept(parser::single_command(command))) break;
  if (most > 0) program.status = exit_usage;
  if (is_cut_by_shell(arguments.commands)) program.error() << how_to_quote;
  base::Json counts = {{"commands", terminal.counts().commands}, {"refused", terminal.counts().refused}};
  files.remove();
  rehearsal.tell(json, counts);
  if (program.options.json) program.print_json("tso", std::move(json), counts);
  if (most > 0)
    throw UsageError(fmt::format("standard input: more than {} commands for its size; those before were run", most));
}

}  // namespace

Command tso_command(Program& program) {
  auto arguments = std::make_shared<TsoArguments>();
  std::vector<Option> options = {{"COMMAND", &arguments->commands, "TSO commands; none: reads standard input"}};
  options.push_back(files_option(arguments->files));
  append(options, rehearsal_options(arguments->rehearsal));
  return {
      .name = "tso",
      .about = "run TSO commands, one per operand, or the lines of standard input",
      .notes =
          "Several commands: READY and the command stand before each answer (from standard input, before the second "
          "and later ones).\n"
          "'HELP' lists the commands, 'HELP RACDCERT GENCERT' shows the operands of one.\n"
          "Exit status: the highest return code.",
      .examples = {"ringside --lab my.lab tso 'RACDCERT ID(IZUSVR) LISTRING(*)'",
                   "ringside --lab my.lab tso --dry-run 'RACDCERT ADDRING(Test)'"},
      .options = std::move(options),
      .run = [&program, arguments] { run_commands(program, *arguments); },
      .makes_lab = true};
}

}  // namespace ringside::app
