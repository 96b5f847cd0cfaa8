// parser/lexical/lexical.hpp - how TSO splits a command into separators, comments, quoted strings, words and
// parentheses.
//
// Everything that looks into a command before or beside the grammar (joining of records, bounds, redaction) uses these,
// so that none of them can see a quote or a comment where the grammar sees none.
#pragma once

#include <cstddef>
#include <string_view>

namespace ringside::parser {

/// Blank, comma and tab separate operands; line ends do so in text that came from elsewhere than records.
constexpr bool is_separator(char c) {
  return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

/// Ends a word, unless a comment does.
constexpr bool ends_word(char c) {
  return is_separator(c) || c == '(' || c == ')' || c == ';';
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
  bool closed = true;  ///< a comment or quoted string that ran to the end of the text is not
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(offset, end - offset); }
};

Lexeme next_lexeme(std::string_view text, std::size_t at);

/// The next lexeme that is neither separators nor a comment.
Lexeme next_token(std::string_view text, std::size_t at);

/// The word that a command begins with, as written; empty if it begins with something else.
std::string_view command_word(std::string_view command);

/// Whether nothing but separators and comments stands in the text.
bool is_blank_command(std::string_view text);

/// The same rules, fed piece by piece: what the end of a growing command is inside of.
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

/// Typographic quotes and dashes, which word processors put where an apostrophe or a hyphen belongs.
struct Typographic {
  std::string_view character;
  std::string_view name;
  std::string_view meant;
};

/// The one that `text` begins with, or nullptr.
const Typographic* typographic_at(std::string_view text);

/// The first one anywhere in the text, or nullptr.
const Typographic* find_typographic(std::string_view text);

}  // namespace ringside::parser
