// emulator/hosttools/shell/known_words.cpp - follows the values of variables through a script that does not run yet.
#include "emulator/hosttools/shell/known_words.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/expand.hpp"
#include "parser/shell/scanner.hpp"

namespace ringside::shell {
namespace {

using parser::ShellCommand;
using parser::ShellPart;
using parser::ShellWord;

constexpr std::size_t most_values = 64;  // of one variable, and of one word
constexpr std::size_t value_bytes = 4'096;
constexpr std::size_t most_unknown = 20;

/// All that a word can be. No value: it is not known before the script runs.
using Values = std::optional<std::set<std::string>>;

bool has_pattern(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

class Checker {
 public:
  Checker(const State& state, const host::Process& process) : state_(state), process_(process) {}

  std::vector<UnknownCommand> check(const parser::ShellScript& script) {
    for (const parser::ShellPipeline& pipeline : script) {
      if (unknown_.size() >= most_unknown) break;
      const bool always = pipeline.joint == parser::ShellJoint::always && pipeline.commands.size() == 1;
      for (const ShellCommand& command : pipeline.commands) {
        check(command);
        follow(command, always);
      }
    }
    return std::move(unknown_);
  }

 private:
  void check(const ShellCommand& command) {
    std::set<std::string> names;
    if (!first_fields(command.words, 0, names)) return report(command, plain_text(command.words.front()), true);
    for (const std::string& name : names) check_name(command, name);
  }

  void check_name(const ShellCommand& command, const std::string& name) {
    const bool by_path = name.find('/') != std::string::npos;
    if (find_command(by_path ? host::name_of(name) : name, process_.system) == nullptr)
      return report(command, name, false);
    const bool may_be_made = directory_changes_ || named_.count(host::name_of(name)) != 0;
    if (!by_path || may_be_made) return;
    if (const auto refused = refuses_to_run(name, process_))
      unknown_.push_back({command.line, base::printable(name) + ": " + refused->text, refused->status});
  }

  void report(const ShellCommand& command, const std::string& name, bool open) {
    UnknownCommand unknown{command.line, base::printable(name) + ": command not found"};
    if (open) {
      unknown.text = base::printable(name) + ": this command is not known before the script runs";
    } else if (name.find('/') != std::string::npos) {
      const auto refused = refuses_to_run(name, process_);
      unknown.status = refused ? refused->status : status_not_runnable;
      unknown.text = base::printable(name) + ": " + (refused ? refused->text : "Ringside runs no programs of its host");
    }
    unknown_.push_back(std::move(unknown));
  }

  /// Adds all that the first field of the words from `at` on can be. Words without a field are passed over. Returns
  /// false if it is not known.
  bool first_fields(const std::vector<ShellWord>& words, std::size_t at, std::set<std::string>& names) const {
    for (; at < words.size(); ++at) {
      bool may_be_empty = false;
      const auto states = states_of(words[at]);
      if (!states) return false;
      for (const State& state : *states) {
        const auto whole = expand_text(words[at], state, process_);
        if (!whole || (has_pattern(*whole) && !is_quoted(words[at]))) return false;
        const auto fields = expand_fields({words[at]}, state, process_);
        if (!fields) return false;
        if (fields->empty())
          may_be_empty = true;
        else
          names.insert(fields->front());
      }
      if (!may_be_empty) return true;
    }
    return true;
  }

  static bool is_quoted(const ShellWord& word) {
    return std::all_of(word.parts.begin(), word.parts.end(), [](const ShellPart& part) { return part.quoted; });
  }

  /// A state of the shell for each combination of the values of the word's variables.
  [[nodiscard]] std::optional<std::vector<State>> states_of(const ShellWord& word) const {
    std::vector<State> states = {state_};
    states.front().refuse_unset = false;
    std::set<std::string> names;
    for (const ShellPart& part : word.parts)
      if (part.variable) names.insert(part.text);
    for (const std::string& name : names) {
      const Values values = values_of(name);
      if (!values || states.size() * values->size() > most_values) return std::nullopt;
      std::vector<State> more;
      for (const State& state : states)
        for (const std::string& value : *values) {
          more.push_back(state);
          more.back().variables[name] = value;
        }
      states = std::move(more);
    }
    return states;
  }

  [[nodiscard]] Values values_of(const std::string& name) const {
    if (name == "?") return std::nullopt;
    if (const auto found = values_.find(name); found != values_.end()) return found->second;
    if (anything_may_change_) return std::nullopt;
    return std::set<std::string>{value_of(state_, process_, name).value_or("")};
  }

  [[nodiscard]] Values texts_of(const ShellWord& word) const {
    const auto states = states_of(word);
    if (!states) return std::nullopt;
    std::set<std::string> texts;
    for (const State& state : *states) {
      const auto text = expand_text(word, state, process_);
      if (!text) return std::nullopt;
      texts.insert(*text);
    }
    return texts;
  }

  /// Notes the effect of a command on variables and directory, and the files that its words name.
  void follow(const ShellCommand& command, bool always) {
    if (command.words.empty())
      for (const auto& [name, word] : command.assignments) set(name, texts_of(word), always);
    std::set<std::string> names;
    if (!first_fields(command.words, 0, names)) return;
    directory_changes_ = directory_changes_ || names.count("cd") != 0;
    const bool exports = names.count("export") != 0;
    const bool unsets = names.count("unset") != 0;
    for (const ShellWord& word : command.words) {
      if (&word != &command.words.front()) named_.insert(host::name_of(plain_text(word)));
      if (exports || unsets) change_variable(word, exports, always);
    }
    for (const parser::ShellRedirection& redirection : command.redirections)
      named_.insert(host::name_of(plain_text(redirection.target)));
  }

  /// An operand of `export` or `unset`.
  void change_variable(const ShellWord& word, bool exports, bool always) {
    const Values texts = texts_of(word);
    if (!texts) return forget(word);
    std::map<std::string, std::set<std::string>> changes;
    for (const std::string& text : *texts) {
      const std::size_t sign = text.find('=');
      if (!exports)
        changes[text].insert("");
      else if (sign != std::string::npos)
        changes[text.substr(0, sign)].insert(text.substr(sign + 1));
    }
    for (auto& [name, values] : changes) set(name, std::move(values), always && changes.size() == 1);
  }

  /// The value of NAME=... is not known; nothing is, if the name is not known either.
  void forget(const ShellWord& word) {
    const std::string text = plain_text(word);
    const std::string name = text.substr(0, text.find('='));
    if (parser::is_shell_name(name)) return set(name, std::nullopt, true);
    values_.clear();
    anything_may_change_ = true;
  }

  void set(const std::string& name, Values values, bool always) {
    if (!parser::is_shell_name(name)) return;
    const Values before = values_of(name);
    if (!always && !before) values.reset();
    if (!always && values) values->insert(before->begin(), before->end());
    const auto is_long = [](const std::string& value) { return value.size() > value_bytes; };
    if (values && (values->size() > most_values || std::any_of(values->begin(), values->end(), is_long)))
      values.reset();
    values_[name] = std::move(values);
  }

  const State& state_;
  const host::Process& process_;
  std::map<std::string, Values> values_;  // of variables that the script has set
  std::set<std::string> named_;           // last parts of the words that are no commands
  bool directory_changes_ = false;
  bool anything_may_change_ = false;
  std::vector<UnknownCommand> unknown_;
};

}  // namespace

std::vector<UnknownCommand> unknown_commands(const parser::ShellScript& script, const State& state,
                                             const host::Process& process) {
  return Checker(state, process).check(script);
}

}  // namespace ringside::shell
