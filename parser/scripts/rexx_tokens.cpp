// parser/scripts/rexx_tokens.cpp - splits a REXX exec into tokens.
#include "parser/scripts/rexx_tokens.hpp"

#include "base/national.hpp"
#include "base/text.hpp"

namespace ringside::parser {
namespace {

using Token = RexxToken;

bool is_symbol_character(char c) {
  return base::is_name_character(c) || (c >= 'a' && c <= 'z') ||
         std::string_view("_!?.").find(c) != std::string_view::npos;
}

/// Splits the text into tokens. A comma at the end of a line continues the clause.
class RexxTokens {
 public:
  RexxTokens(std::string_view text, ScriptBuilder& builder) : text_(text), builder_(builder) {}

  std::vector<Token> run() && {
    while (at_ < text_.size()) token();
    end_clause();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] Position place() const { return {line_, static_cast<int>(at_ - line_start_) + 1}; }

  void step() {
    if (text_[at_] == '\n') {
      ++line_;
      line_start_ = at_ + 1;
    }
    ++at_;
  }

  void end_clause() {
    if (!tokens_.empty() && tokens_.back().kind != Token::Kind::end_of_clause) add(Token::Kind::end_of_clause, "");
  }

  void add(Token::Kind kind, std::string text) {
    tokens_.push_back({kind, std::move(text), start_, blank_});
    blank_ = false;
  }

  void token() {
    start_ = place();
    const char c = text_[at_];
    if (text_.substr(at_, 2) == "/*") return comment();
    if (c == '\n' || c == ';') {
      end_clause();
      blank_ = false;
      return step();
    }
    if (c == ' ' || c == '\t' || c == '\r') {
      blank_ = true;
      return step();
    }
    if (c == '"' || c == '\'') return string(c);
    if (is_symbol_character(c)) return symbol();
    if (text_.substr(at_, 2) == "||") {
      add(Token::Kind::concatenate, "||");
      step();
      return step();
    }
    if (c == ',' && continues()) return;
    add(c == '=' ? Token::Kind::assign : Token::Kind::other, std::string(1, c));
    step();
  }

  /// Comments nest (same chapter). A comment does not count as a blank.
  void comment() {
    const Position open = place();
    std::size_t depth = 0;
    do {
      const std::string_view two = text_.substr(at_, 2);
      if (two == "/*") ++depth;
      if (two == "*/") --depth;
      if (two == "/*" || two == "*/") step();
      step();
    } while (depth > 0 && at_ < text_.size());
    if (depth > 0) builder_.error("a comment that is never closed", open, "");
  }

  /// Skips blanks and comments after a comma up to the next line. Returns false if there is anything else.
  bool continues() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '\n') {
      if (text_.substr(end, 2) == "/*") {
        const std::size_t close = text_.find("*/", end + 2);
        if (close == std::string_view::npos || text_.substr(end, close - end).find('\n') != std::string_view::npos)
          return false;
        end = close + 2;
      } else if (text_[end] == ' ' || text_[end] == '\t' || text_[end] == '\r') {
        ++end;
      } else {
        return false;
      }
    }
    while (at_ < end) step();
    if (at_ < text_.size()) step();
    blank_ = true;  // the comma counts as a blank
    return true;
  }

  void string(char quote) {
    std::string value;
    step();
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (text_[at_] == quote) {
        step();
        if (at_ >= text_.size() || text_[at_] != quote) return close_string(std::move(value));
      }
      value += text_[at_];
      step();
    }
    builder_.error("a string that is not closed on its line", start_, "");
    add(Token::Kind::string, std::move(value));
  }

  void close_string(std::string value) {
    const bool suffix = at_ < text_.size() && std::string_view("xXbB").find(text_[at_]) != std::string_view::npos &&
                        (at_ + 1 >= text_.size() || !is_symbol_character(text_[at_ + 1]));
    if (suffix) builder_.error("hexadecimal and binary strings are not supported", start_, "");
    if (suffix) step();
    add(Token::Kind::string, std::move(value));
  }

  void symbol() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_symbol_character(text_[at_])) step();
    add(Token::Kind::symbol, base::upper(text_.substr(begin, at_ - begin)));
  }

  std::string_view text_;
  ScriptBuilder& builder_;
  std::vector<Token> tokens_;
  Position start_{1, 1};
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
  bool blank_ = false;
};

}  // namespace

std::vector<RexxToken> split_rexx(std::string_view text, ScriptBuilder& builder) {
  return RexxTokens(text, builder).run();
}

}  // namespace ringside::parser
