// app/prompt/command_input.hpp - TSO commands with their continuations, line by line from wherever lines come from.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "parser/tso/record.hpp"

namespace ringside::app {

class CommandInput {
 public:
  /// The next line without its end; nothing at the end of the input.
  using NextLine = std::function<std::optional<std::string>()>;
  explicit CommandInput(NextLine next_line) : next_line_(std::move(next_line)) {}

  /// The next command. Reads no further than its last line, so that a person is answered line by line.
  std::optional<parser::CommandStream> next();

 private:
  NextLine next_line_;
  int number_ = 0;
};

/// Lines of a stream. UsageError for one longer than limits::input_line_bytes.
CommandInput::NextLine lines_of(std::istream& in);

}  // namespace ringside::app
