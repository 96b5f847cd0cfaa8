// parser/scripts/script_builder.hpp - what the readers of shell and REXX share: the script as it grows, and its
// variables.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "parser/scripts/script.hpp"

namespace ringside::parser {

class ScriptBuilder {
 public:
  /// A command that begins at `where`.
  void command(const std::string& text, Position where) {
    if (script_.commands.size() == base::limits::script_commands) return error("too many commands", where, "");
    CommandText command;
    command.text = text;
    command.records.push_back({text, where.line});
    command.pieces.push_back({0, where});
    script_.commands.push_back(std::move(command));
  }

  void error(std::string text, Position where, std::string line) {
    if (script_.errors.size() < most_errors) script_.errors.push_back({std::move(text), where, std::move(line)});
  }
  void note(std::string text, Position where) { script_.notes.push_back({std::move(text), where}); }

  void assign(const std::string& name, std::string value) { variables_[name] = std::move(value); }
  [[nodiscard]] const std::string* value_of(const std::string& name) const {
    const auto found = variables_.find(name);
    return found == variables_.end() ? nullptr : &found->second;
  }

  Script take() { return std::move(script_); }

 private:
  static constexpr std::size_t most_errors = 20;  // a program of another sort has one in each line
  Script script_;
  std::map<std::string, std::string> variables_;
};

}  // namespace ringside::parser
