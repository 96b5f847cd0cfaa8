// app/prompt/prompt_help.cpp - the answer of the READY prompt to HELP, from the tables of commands and operands.
#include "app/prompt/prompt_help.hpp"

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {
namespace {

void append(std::vector<std::string>& lines, const std::string& text, std::size_t width) {
  for (std::string& line : base::wrapped(text, width, 2)) lines.push_back(std::move(line));
}

std::vector<std::string> names_of(std::span<const parser::KeywordSpec> keywords) {
  std::vector<std::string> names;
  for (const parser::KeywordSpec& each : keywords)
    names.push_back(std::string(each.name) + (each.subfield_required ? "()" : ""));
  return names;
}

std::vector<std::string> about_commands(std::size_t width) {
  std::vector<std::string> names;
  for (const parser::CommandSpec& each : parser::command_specs()) names.emplace_back(each.name);
  std::vector<std::string> lines;
  append(lines, "Commands: " + base::join(names, ", "), width);
  append(lines, "HELP COMMAND shows its operands. The tab key completes commands, operands and names.", width);
  append(lines,
         "'+' or '-' at the end of a line continues the command on the next line. END or Ctrl-D ends the prompt, "
         "Ctrl-C drops "
         "the line.",
         width);
  append(
      lines,
      ":trust, :put FILE DATASET and the other subcommands of ringside work on the same lab. :system NAME and :user ID "
      "change the system and the user. :help lists all.",
      width);
  return lines;
}

}  // namespace

std::vector<std::string> prompt_help(const std::string& topic, std::size_t width) {
  if (topic.empty()) return about_commands(width);
  const parser::CommandSpec* command = parser::find_command(topic);
  if (command == nullptr) return {"No help for " + base::printable(topic) + "."};
  std::vector<std::string> lines;
  std::string head = std::string(command->name);
  for (const std::string& name : names_of(command->positionals)) head += " " + base::lower(name);
  append(lines, head, width);
  append(lines, "  " + base::join(names_of(command->keywords), " "), width);
  for (const parser::KeywordSpec& each : command->keywords)
    if (!each.subfield.keywords.empty())
      append(lines, "  " + std::string(each.name) + "( " + base::join(names_of(each.subfield.keywords), " ") + " )",
             width);
  return lines;
}

}  // namespace ringside::app
