// parser/lexical/lexical.hpp - how TSO splits a command into separators, comments, quoted strings, words and
// parentheses.
//
// The grammar and everything else that reads commands (joining of records, limits, redaction) use these functions, so
// that all of them see the same quotes and comments.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ringside::parser {

/// Blank, comma and tab separate operands. Line ends do so too, in text that does not come from records.
constexpr bool is_separator(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

/// Returns whether `c` ends a word. A comment ends a word as well.
constexpr bool ends_word(char c) {
  return is_separator(c) || c == '(' || c == ')' || c == ';';
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Returns whether `word` is one of `words`.
template <typename Words>
bool is_among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool begins_comment(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "/*";
}

/// One token of a command. A quoted string keeps its quotes; a doubled quote does not end it.
struct Lexeme {
  enum class Kind { separators, comment, quoted, word, open, close, semicolon, end };
  Kind kind = Kind::end;
  std::size_t offset = 0;
  std::size_t end = 0;
  bool closed = true;  ///< false for a comment or quoted string without its end
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(offset, end - offset); }
};

/// The lexeme at offset `at`.
Lexeme next_lexeme(std::string_view text, std::size_t at);

/// The first lexeme from `at` on that is neither separators nor a comment.
Lexeme next_token(std::string_view text, std::size_t at);

/// The first word of a command, as written; empty if the command does not begin with a word.
std::string_view command_word(std::string_view command);

/// Returns whether the text holds only separators and comments.
bool is_blank_command(std::string_view text);

/// The same rules for a command that is read character by character: tells whether its end is inside a comment or a
/// quoted string.
class LexicalState {
 public:
  void feed(char c);
  [[nodiscard]] bool in_comment() const { return state_ == State::comment; }
  [[nodiscard]] bool in_quotes() const { return state_ == State::quoted; }

 private:
  enum class State { between, word, quoted, comment };
  State state_ = State::between;
  char previous_ = '\0';
};

/// A typographic quote or dash. Word processors put them in the place of an apostrophe or a hyphen.
struct Typographic {
  std::string_view character;
  std::string_view name;
  std::string_view meant;
};

/// The typographic character at the start of `text`, or nullptr.
const Typographic* typographic_at(std::string_view text);

/// The first typographic character in `text`, or nullptr.
const Typographic* find_typographic(std::string_view text);

}  // namespace ringside::parser
