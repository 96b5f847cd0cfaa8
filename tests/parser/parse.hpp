// tests/parser/parse.hpp - short forms of parsing for the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/tso/command.hpp"
#include "parser/tso/record.hpp"

namespace ringside::parser::test {

inline ParsedCommand parse(std::string_view command) {
  return parse_command(single_command(command));
}

/// The messages of a refused command as lines; empty if it was accepted.
inline std::vector<std::string> refusal(std::string_view command) {
  const auto result = parse(command);
  std::vector<std::string> lines;
  if (!result)
    for (const Message& message : result.error().messages) lines.push_back(message.id + " " + message.text);
  return lines;
}

inline std::vector<std::string> notices(std::string_view command) {
  const auto result = parse(command);
  std::vector<std::string> lines;
  if (result)
    for (const Message& message : result->messages) lines.push_back(message.id + " " + message.text);
  return lines;
}

/// Records from line 1.
inline std::vector<Record> records(const std::vector<std::string>& lines) {
  std::vector<Record> out;
  for (const std::string& line : lines) out.push_back({line, static_cast<int>(out.size()) + 1});
  return out;
}

/// The texts of the commands in the records.
inline std::vector<std::string> commands(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  for (const CommandText& command : read_commands(records(lines)).commands) out.push_back(command.text);
  return out;
}

}  // namespace ringside::parser::test
