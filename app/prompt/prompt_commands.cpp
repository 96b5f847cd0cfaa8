// app/prompt/prompt_commands.cpp - lines that begin with ':': their list, their completion, and unknown ones.
#include "app/prompt/prompt_commands.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"

namespace ringside::app {
namespace {

using Words = std::vector<std::string>;

const Command* find_command(const std::vector<Command>& commands, const std::string& name) {
  const auto named = [&](const Command& each) { return each.name == name || (!name.empty() && each.alias == name); };
  const auto found = std::find_if(commands.begin(), commands.end(), named);
  return found == commands.end() ? nullptr : &*found;
}

Words names_of(const std::vector<Command>& commands) {
  Words names;
  for (const Command& each : commands) names.push_back(each.name);
  return names;
}

Words words_of(const std::string& text) {
  std::istringstream in(text);
  Words words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

bool is_named(const Option& option, const std::string& name) {
  const Words names = base::split(option.names, ',');
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What may follow `before` in the line of `command`.
Words offers(const Command& command, const std::string& before, const std::string& start, const KnownOperands& known) {
  for (const Option& option : command.options)
    if (is_named(option, before) && !option.value.choices.empty()) return option.value.choices;
  Words words = start.starts_with('-') ? Words{} : known(command.name);
  if (!words.empty()) return words;
  if (!command.subcommands.empty()) return names_of(command.subcommands);
  for (const Option& option : command.options)
    for (const std::string& name : base::split(option.names, ','))
      if (name.starts_with('-')) words.push_back(name);
  return words;
}

}  // namespace

std::vector<std::string> prompt_command_list(const std::vector<Command>& commands, std::size_t width) {
  constexpr std::size_t column = 11;
  Words lines;
  for (const Command& each : commands)
    for (std::string& line : base::wrapped(fmt::format(":{:<9} {}", each.name, each.about), width, column))
      lines.push_back(std::move(line));
  lines.emplace_back(":COMMAND --help shows one. All work on the lab of the prompt.");
  return lines;
}

std::string unknown_prompt_command(const std::string& line, const std::vector<Command>& commands) {
  const Words words = words_of(line);
  if (words.empty()) return "a command is missing after ':'; :help lists them";
  if (words.front().starts_with('-') || find_command(commands, words.front()) != nullptr) return "";
  const std::string near = base::did_you_mean(base::lower(words.front()), names_of(commands));
  return fmt::format(":{} is unknown{}", base::printable(words.front()),
                     near.empty() ? "; :help lists what is known" : near);
}

std::vector<std::string> prompt_command_completions(const std::string& text, const std::vector<Command>& commands,
                                                    const KnownOperands& known) {
  Words words = words_of(text.substr(text.find(':') + 1));
  const std::string start = text.ends_with(' ') || words.empty() ? "" : words.back();
  if (!start.empty()) words.pop_back();
  Words candidates;
  if (words.empty()) {
    for (const std::string& name : names_of(commands)) candidates.push_back(":" + name);
  } else if (const Command* command = find_command(commands, words.front())) {
    for (std::size_t at = 1; at < words.size(); ++at)
      if (const Command* inner = find_command(command->subcommands, words[at])) command = inner;
    candidates = offers(*command, words.back(), start, known);
  }
  const std::string typed = words.empty() ? ":" + start : start;
  std::erase_if(candidates, [&](const std::string& each) { return !each.starts_with(typed); });
  std::sort(candidates.begin(), candidates.end());
  return candidates;
}

}  // namespace ringside::app
