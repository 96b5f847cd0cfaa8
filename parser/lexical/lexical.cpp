// parser/lexical/lexical.cpp - how TSO splits a command into separators, comments, quoted strings, words and
// parentheses.
#include "parser/lexical/lexical.hpp"

#include <array>

namespace ringside::parser {
namespace {

constexpr std::array typographic_characters{
    Typographic{"\u2018", "a left single quotation mark (U+2018)", "'"},
    Typographic{"\u2019", "a right single quotation mark (U+2019)", "'"},
    Typographic{"\u201A", "a low single quotation mark (U+201A)", "'"},
    Typographic{"\u201C", "a left double quotation mark (U+201C)", "'"},
    Typographic{"\u201D", "a right double quotation mark (U+201D)", "'"},
    Typographic{"\u00B4", "an acute accent (U+00B4)", "'"},
    Typographic{"\u2010", "a hyphen (U+2010)", "-"},
    Typographic{"\u2013", "an en dash (U+2013)", "-"},
    Typographic{"\u2014", "an em dash (U+2014)", "-"},
    Typographic{"\u00A0", "a no-break space (U+00A0)", "a blank"},
};

std::size_t end_of_separators(std::string_view text, std::size_t at) {
  while (at < text.size() && is_separator(text[at])) ++at;
  return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && !ends_word(text[at]) && !begins_comment(text, at)) ++at;
  return at;
}

Lexeme comment_at(std::string_view text, std::size_t at) {
  const auto close = text.find("*/", at + 2);
  if (close == std::string_view::npos) return {Lexeme::Kind::comment, at, text.size(), false};
  return {Lexeme::Kind::comment, at, close + 2, true};
}

Lexeme quoted_at(std::string_view text, std::size_t at) {
  for (auto quote = text.find('\'', at + 1); quote != std::string_view::npos; quote = text.find('\'', quote + 2)) {
    const bool doubled = quote + 1 < text.size() && text[quote + 1] == '\'';
    if (!doubled) return {Lexeme::Kind::quoted, at, quote + 1, true};
  }
  return {Lexeme::Kind::quoted, at, text.size(), false};
}

}  // namespace

Lexeme next_lexeme(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {Lexeme::Kind::end, text.size(), text.size(), true};
  const char c = text[at];
  if (is_separator(c)) return {Lexeme::Kind::separators, at, end_of_separators(text, at), true};
  if (begins_comment(text, at)) return comment_at(text, at);
  if (c == '\'') return quoted_at(text, at);
  if (c == '(') return {Lexeme::Kind::open, at, at + 1, true};
  if (c == ')') return {Lexeme::Kind::close, at, at + 1, true};
  if (c == ';') return {Lexeme::Kind::semicolon, at, at + 1, true};
  return {Lexeme::Kind::word, at, end_of_word(text, at), true};
}

Lexeme next_token(std::string_view text, std::size_t at) {
  Lexeme lexeme = next_lexeme(text, at);
  while (lexeme.kind == Lexeme::Kind::separators || lexeme.kind == Lexeme::Kind::comment)
    lexeme = next_lexeme(text, lexeme.end);
  return lexeme;
}

std::string_view command_word(std::string_view command) {
  const Lexeme first = next_token(command, 0);
  return first.kind == Lexeme::Kind::word ? first.in(command) : std::string_view{};
}

bool is_blank_command(std::string_view text) {
  return next_token(text, 0).kind == Lexeme::Kind::end;
}

void LexicalState::feed(char c) {
  const char before = previous_;
  previous_ = c;
  switch (state_) {
    case State::comment:
      if (before == '*' && c == '/') state_ = State::between;
      break;
    case State::quoted:
      if (c == '\'') state_ = State::between;  // a doubled quote ends one quoted string and begins the next
      break;
    case State::between:
    case State::word:
      if (before == '/' && c == '*') {
        state_ = State::comment;
        previous_ = '\0';  // the '*' of "/*" is not part of "*/"
      } else if (c == '\'' && state_ == State::between) {
        state_ = State::quoted;
      } else {
        state_ = ends_word(c) ? State::between : State::word;
      }
  }
  if (state_ == State::between && before == '*' && c == '/') previous_ = '\0';
}

const Typographic* typographic_at(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80u) return nullptr;
  for (const Typographic& one : typographic_characters)
    if (text.starts_with(one.character)) return &one;
  return nullptr;
}

const Typographic* find_typographic(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const Typographic* one = typographic_at(text.substr(at))) return one;
  return nullptr;
}

}  // namespace ringside::parser
