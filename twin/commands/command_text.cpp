// twin/commands/command_text.cpp - RACF commands as text: operands, and the lines that TSO joins.
#include "twin/commands/command_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/wrap.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t columns = 72;  // of a record of SYSTSIN

bool is_word_character(char c) {
  constexpr std::string_view special = "@#$._-/:+=*%&<>!?|~^[]{}\\";
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         special.find(c) != std::string_view::npos;
}

/// The places of the blanks that stand outside of quotes.
std::vector<bool> free_blanks(const std::string& command) {
  std::vector<bool> free(command.size(), false);
  bool in_string = false;
  for (std::size_t at = 0; at < command.size(); ++at) {
    if (command[at] == '\'') in_string = !in_string;
    free[at] = command[at] == ' ' && !in_string;
  }
  return free;
}

/// The end of the next line, which has room for so many characters: after a free blank if there is one, else where the
/// line is full.
std::size_t line_end(const std::string& command, const std::vector<bool>& free, std::size_t from, std::size_t room) {
  const std::size_t full = from + base::first_characters(std::string_view(command).substr(from), room).size();
  for (std::size_t at = full; at > from + 1; --at)
    if (free[at - 1]) return at;
  std::size_t end = full;
  while (end > from + 1 && command[end] == '/') --end;  // '/*' in column 1 ends the input of a batch job
  return end;
}

/// The text in pieces of at most so many characters.
std::vector<std::string> pieces(std::string_view text, std::size_t most) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    parts.emplace_back(base::first_characters(text, most));
    text.remove_prefix(parts.back().size());
  }
  return parts;
}

}  // namespace

std::string in_quotes(std::string_view text) {
  return "'" + base::replace_all(text, "'", "''") + "'";
}

bool is_plain_word(std::string_view text) {
  return !text.empty() && text.find("/*") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), is_word_character);
}

std::string word_operand(const std::string& text) {
  return is_plain_word(text) ? text : in_quotes(text);
}

std::string positional_operand(const std::string& text) {
  const std::string word = word_operand(text);
  return word.ends_with('+') || word.ends_with('-') ? "(" + word + ")" : word;
}

std::string operand(std::string_view keyword, const std::string& value) {
  return std::string(keyword) + "(" + value + ")";
}

std::string text_operand(std::string_view keyword, std::string_view text) {
  return operand(keyword, in_quotes(text));
}

std::vector<std::string> command_lines(const std::string& command) {
  std::vector<std::string> lines;
  const std::vector<bool> free = free_blanks(command);
  std::string indent;
  std::size_t from = 0;
  while (indent.size() + base::count_characters(std::string_view(command).substr(from)) > columns) {
    const std::size_t end = line_end(command, free, from, columns - 1 - indent.size());
    const bool between = free[end - 1];
    lines.push_back(indent + command.substr(from, end - from) + (between ? "+" : "-"));
    indent = between ? "  " : "";  // '+' removes the blanks at the start of the next line, '-' keeps them
    from = end;
  }
  lines.push_back(indent + command.substr(from));
  return lines;
}

std::vector<std::string> comment_lines(const std::string& text) {
  constexpr std::size_t room = columns - 7;  // " /* " and " */"
  std::vector<std::string> lines;
  const std::string harmless = base::replace_all(base::printable(text), "*/", "* /");
  for (const std::string& line : base::wrapped(harmless, room, 0))
    for (const std::string& piece : pieces(line, room)) lines.push_back(" /* " + piece + " */");
  return lines;
}

std::vector<std::string> item_lists(const std::vector<std::string>& items, std::size_t most) {
  std::vector<std::string> lists;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at % most == 0) lists.emplace_back();
    lists.back() += (lists.back().empty() ? "" : " ") + items[at];
  }
  return lists;
}

}  // namespace ringside::twin
