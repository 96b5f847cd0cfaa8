// parser/scripts/script_builder.hpp - builds a Script: its commands and errors, and the values of its variables.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/input_items.hpp"
#include "base/limits.hpp"
#include "parser/scripts/script.hpp"

namespace ringside::parser {

class ScriptBuilder {
 public:
  /// Adds a command that begins at `where`.
  void command(const std::string& text, Position where) {
    octets_ += text.size();
    if (script_.commands.size() == base::limits::script_commands ||
        script_.commands.size() >= base::most_items(octets_))
      return error("too many commands", where, "");
    if (octets_ > most_octets) return error("the commands are too long", where, "");
    CommandText command;
    command.text = text;
    command.records.push_back({text, where.line});
    command.pieces.push_back({0, where});
    script_.commands.push_back(std::move(command));
  }

  void error(std::string text, Position where, std::string line) {
    if (script_.errors.size() < most_errors) script_.errors.push_back({std::move(text), where, std::move(line)});
  }

  /// Gives a variable its value, or adds an error if all values are too long.
  void assign(const std::string& name, std::string value, Position where) {
    octets_ += value.size();
    if (octets_ > most_octets) return error("the values are too long", where, "");
    variables_[name] = std::move(value);
  }
  [[nodiscard]] const std::string* value_of(const std::string& name) const {
    const auto found = variables_.find(name);
    return found == variables_.end() ? nullptr : &found->second;
  }

  /// Whether no more errors are taken, so that reading on is of no use.
  [[nodiscard]] bool is_full() const { return script_.errors.size() == most_errors; }

  Script take() { return std::move(script_); }

 private:
  static constexpr std::size_t most_errors = 20;         // a program of another kind has an error in each line
  static constexpr std::size_t most_octets = 16u << 20;  // of commands and values
  Script script_;
  std::map<std::string, std::string> variables_;
  std::size_t octets_ = 0;  ///< of commands and of what was assigned
};

}  // namespace ringside::parser
