// parser/scripts/script_builder.hpp - builds a Script: its commands and errors, and the values of its variables.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "parser/scripts/script.hpp"

namespace ringside::parser {

/// Shared by the readers of shell procedures and REXX execs.
class ScriptBuilder {
 public:
  /// Adds a command that begins at `where`.
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
  static constexpr std::size_t most_errors = 20;  // a program of another kind has an error in each line
  Script script_;
  std::map<std::string, std::string> variables_;
};

}  // namespace ringside::parser
