// app/prompt/command_input.hpp - TSO commands with their continuation lines, read line by line.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "parser/tso/record.hpp"

namespace ringside::app {

/// Reads TSO commands from a source of lines.
class CommandInput {
 public:
  /// Returns the next line without its line end, or nullopt at the end of the input.
  using NextLine = std::function<std::optional<std::string>()>;
  explicit CommandInput(NextLine next_line) : next_line_(std::move(next_line)) {}

  /// Returns the next command, or nullopt at the end of the input. Reads no line after the last one of the command, so
  /// that each command is answered before the next one is typed.
  std::optional<parser::CommandStream> next();

 private:
  NextLine next_line_;
  int number_ = 0;
};

/// Reads the lines of a stream. Throws UsageError for a line longer than limits::input_line_bytes.
CommandInput::NextLine lines_of(std::istream& in);

}  // namespace ringside::app
