// app/usage_text.cpp - what the program says of words that it does not take, and to someone who types none.
#include "app/usage_text.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {
namespace {

constexpr const char* what_it_is =
    "Ringside rehearses certificate and key-ring changes for z/OS, offline: it runs jobs and RACDCERT commands\n"
    "against an emulated RACF, and shows with real TLS handshakes who trusts whom afterwards.\n"
    "\n"
    "Three things to try:\n"
    "  ringside shell                       the READY prompt of a new z/OS system; HELP says what it knows\n"
    "  ringside --lab my.lab run JOB        submit a job and read its spool; my.lab keeps what it changed\n"
    "  ringside --lab my.lab trust          who trusts whom now, and why not\n"
    "\n"
    "All subcommands; 'ringside SUBCOMMAND --help' explains one, 'ringside --help' the options before it:\n";

bool is_named(const Command& command, const std::string& name) {
  return command.name == name || (!command.alias.empty() && command.alias == name);
}

/// The subcommand of that path; null for an empty path.
const Command* command_at(const std::vector<Command>& commands, const std::vector<std::string>& path) {
  const std::vector<Command>* level = &commands;
  const Command* found = nullptr;
  for (const std::string& name : path) {
    const auto at =
        std::find_if(level->begin(), level->end(), [&](const Command& each) { return is_named(each, name); });
    if (at == level->end()) break;
    found = &*at;
    level = &found->subcommands;
  }
  return found;
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    names.push_back(command.name);
    if (!command.alias.empty()) names.push_back(command.alias);
  }
  return names;
}

std::vector<std::string> names_of(const std::vector<Option>& options) {
  std::vector<std::string> names;
  for (const Option& option : options)
    for (const std::string& name : base::split(option.names, ','))
      if (name.starts_with("--")) names.push_back(name);
  return names;
}

/// Where the words are listed that can stand there.
std::string help_of(const Vocabulary& vocabulary, const std::string& place) {
  return fmt::format("'{}{}{}--help'", vocabulary.caller, place, place.empty() ? "" : " ");
}

/// A word in the place of a subcommand that is meant for one.
std::string meant_for_a_subcommand(const Vocabulary& vocabulary, const std::string& word) {
  std::error_code error;
  if (parser::find_command(base::upper(word)) != nullptr)
    return fmt::format("; it is a TSO command: {}tso '{} ...'", vocabulary.caller, word);
  if (std::filesystem::is_regular_file(word, error))
    return fmt::format("; {}run {} submits a job", vocabulary.caller, word);
  return "";
}

std::string unknown_subcommand(const Vocabulary& vocabulary, const std::string& place, const Command* command,
                               const std::string& word) {
  const auto& known = command != nullptr ? command->subcommands : vocabulary.commands;
  std::string hint = base::did_you_mean(word, names_of(known));
  if (hint.empty()) hint = base::did_you_mean(base::lower(word), names_of(known));
  if (hint.empty() && command == nullptr) hint = meant_for_a_subcommand(vocabulary, word);
  if (hint.empty()) hint = "; " + help_of(vocabulary, place) + " lists all";
  return word + ": there is no such subcommand" + hint;
}

std::string unknown_option(const Vocabulary& vocabulary, const std::string& place, const Command* command,
                           const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  const std::vector<std::string> before = names_of(vocabulary.options);
  const bool takes_all = command == nullptr || command->takes_global_options;
  if (!takes_all && std::find(before.begin(), before.end(), name) != before.end())
    return fmt::format("{} must stand before '{}': {}{} ... {}", name, place, vocabulary.caller, name, place);
  std::vector<std::string> known = command != nullptr ? names_of(command->options) : before;
  known.emplace_back("--help");
  if (takes_all) known.insert(known.end(), before.begin(), before.end());
  std::string hint = base::did_you_mean(name, known);
  if (const auto near = base::nearest(name, before); hint.empty() && near)
    hint = fmt::format("; did you mean {}, before '{}'?", *near, place);
  if (hint.empty()) hint = "; " + help_of(vocabulary, place) + " lists the options";
  return name + ": there is no such option" + hint;
}

}  // namespace

std::string unexpected_word(const Vocabulary& vocabulary, const std::vector<std::string>& path,
                            const std::string& word) {
  const Command* command = command_at(vocabulary.commands, path);
  const std::string place = base::join(path, " ");
  if (word.size() > 1 && word.starts_with('-')) return unknown_option(vocabulary, place, command, word);
  const bool is_operand = command != nullptr && command->subcommands.empty();
  const std::string text =
      is_operand ? "'" + word + "' is one operand too many; " + help_of(vocabulary, place) + " shows what it takes"
                 : unknown_subcommand(vocabulary, place, command, word);
  return place.empty() ? text : place + ": " + text;
}

std::string introduction(const std::vector<Command>& commands) {
  constexpr std::size_t column = 12;
  std::string text = what_it_is;
  for (const Command& command : commands) text += fmt::format("  {:<{}}{}\n", command.name, column, command.about);
  return text;
}

}  // namespace ringside::app
