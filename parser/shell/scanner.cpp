// parser/shell/scanner.cpp - splits a shell script into words, operators and here-documents (POSIX, Shell Command
// Language 2.2, 2.3, 2.7.4).
#include "parser/shell/scanner.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

// The longest first: "<<-" before "<<" before "<".
constexpr std::array<std::string_view, 9> redirections = {"<<<", "<<-", "<<", "<&", "<", ">>", ">&", ">|", ">"};
constexpr std::array<std::string_view, 8> controls = {"&&", "||", ";;", "\n", ";", "|", "&", "("};

bool is_shell_blank(char c) {
  return c == ' ' || c == '\t';
}
bool ends_shell_word(char c) {
  return c == '\0' || is_shell_blank(c) || c == '\n' || c == ';' || c == '&' || c == '|' || c == '<' || c == '>' ||
         c == '(' || c == ')';
}
bool is_special(char c) {
  return c == '?' || c == '#' || c == '@' || c == '*' || is_digit(c);
}

void add_literal(ShellWord& word, char c, bool quoted) {
  if (word.parts.empty() || word.parts.back().variable || word.parts.back().quoted != quoted)
    word.parts.push_back({"", false, quoted});
  word.parts.back().text += c;
}

bool is_quoted(const ShellWord& word) {
  for (const ShellPart& part : word.parts)
    if (part.quoted) return true;
  return false;
}

}  // namespace

std::string plain_text(const ShellWord& word) {
  std::string text;
  for (const ShellPart& part : word.parts) text += part.variable ? "$" + part.text : part.text;
  return text;
}

bool is_shell_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
}

bool is_shell_name(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) && std::all_of(text.begin(), text.end(), is_shell_name_character);
}

void ShellScanner::fail(const std::string& what, int line) {
  if (problem_) return;
  const auto lines = base::lines(text_);
  const auto index = static_cast<std::size_t>(line - 1);
  problem_ = Diagnostic{what, {line, 0}, index < lines.size() ? lines[index] : ""};
  at_ = text_.size();
}

char ShellScanner::take() {
  const char c = peek();
  if (c == '\n') ++line_;
  ++at_;
  return c;
}

void ShellScanner::skip_blanks() {
  while (!at_end()) {
    if (is_shell_blank(peek())) {
      take();
    } else if (peek() == '\\' && peek(1) == '\n') {
      take(), take();
    } else if (peek() == '#') {
      while (!at_end() && peek() != '\n') take();
    } else {
      return;
    }
  }
}

std::optional<ShellToken> ShellScanner::operator_token() {
  const auto starts_with = [&](std::string_view sign) { return text_.substr(at_).starts_with(sign); };
  ShellToken token;
  token.line = line_;
  if (is_digit(peek()) && (peek(1) == '<' || peek(1) == '>')) token.descriptor = take() - '0';
  for (const std::string_view sign : redirections)
    if (starts_with(sign)) {
      token.kind = ShellToken::Kind::redirection;
      token.text = sign;
      at_ += sign.size();
      return token;
    }
  for (const std::string_view sign : controls)
    if (starts_with(sign)) {
      token.kind = ShellToken::Kind::control;
      token.text = sign;
      for (std::size_t i = 0; i < sign.size(); ++i) take();
      if (sign == "\n") read_here_documents();
      return token;
    }
  if (peek() == ')') fail("syntax error near unexpected token `)'", line_);
  return std::nullopt;
}

ShellToken ShellScanner::next() {
  skip_blanks();
  const std::size_t begin = at_;
  ShellToken found = token();
  found.begin = begin;
  found.end = at_;
  return found;
}

ShellToken ShellScanner::token() {
  if (at_end()) return {ShellToken::Kind::end, "newline", {}, -1, line_};
  if (auto token = operator_token()) return *token;
  const int line = line_;
  if (peek() == '\0') fail("a null octet is not text", line);  // no word takes it, so that it would stay here for ever
  ShellWord found = word();
  if (problem_) return {ShellToken::Kind::end, "", {}, -1, line};
  return {ShellToken::Kind::word, "", std::move(found), -1, line};
}

ShellWord ShellScanner::word() {
  ShellWord word;
  while (!at_end() && !ends_shell_word(peek())) plain_piece(word);
  return word;
}

void ShellScanner::plain_piece(ShellWord& word) {
  switch (peek()) {
    case '\'':
      return single_quoted(word);
    case '"':
      return double_quoted(word);
    case '$':
      return variable(word, false);
    case '`':
      return fail("command substitution is not emulated", line_);
    case '\\':
      take();
      if (at_end()) return add_literal(word, '\\', true);
      if (const char c = take(); c != '\n') add_literal(word, c, true);
      return;
    default:
      add_literal(word, take(), false);
  }
}

void ShellScanner::single_quoted(ShellWord& word) {
  const int line = line_;
  take();
  word.parts.push_back({"", false, true});
  while (!at_end() && peek() != '\'') add_literal(word, take(), true);
  if (at_end()) return fail("unexpected EOF while looking for matching `''", line);
  take();
}

void ShellScanner::double_quoted(ShellWord& word) {
  const int line = line_;
  take();
  word.parts.push_back({"", false, true});
  while (!at_end() && peek() != '"') {
    if (peek() == '$') {
      variable(word, true);
    } else if (peek() == '`') {
      return fail("command substitution is not emulated", line_);
    } else if (peek() == '\\' && (peek(1) == '$' || peek(1) == '`' || peek(1) == '"' || peek(1) == '\\')) {
      take();
      add_literal(word, take(), true);
    } else if (peek() == '\\' && peek(1) == '\n') {
      take(), take();
    } else {
      add_literal(word, take(), true);
    }
  }
  if (problem_) return;
  if (at_end()) return fail("unexpected EOF while looking for matching `\"'", line);
  take();
}

void ShellScanner::variable(ShellWord& word, bool quoted) {
  take();
  if (peek() == '{') return braced_variable(word, quoted);
  if (peek() == '(')
    return fail(peek(1) == '(' ? "arithmetic is not emulated" : "command substitution is not emulated", line_);
  std::string name;
  if (is_special(peek())) {
    name = take();
  } else {
    while (is_shell_name_character(peek())) name += take();  // not a digit at first: that is a special variable
  }
  if (name.empty()) return add_literal(word, '$', quoted);
  word.parts.push_back({name, true, quoted});
}

void ShellScanner::braced_variable(ShellWord& word, bool quoted) {
  const int line = line_;
  take();
  std::string name;
  while (!at_end() && peek() != '}' && peek() != '\n') name += take();
  if (peek() != '}') return fail("unexpected EOF while looking for matching `}'", line);
  take();
  if (!is_shell_name(name) && !(name.size() == 1 && is_special(name.front())))
    return fail("${" + name + "}: this form of expansion is not emulated", line);
  word.parts.push_back({name, true, quoted});
}

void ShellScanner::expect_here(ShellWord& here, const ShellWord& delimiter, bool strip_tabs) {
  pending_.push_back({&here, plain_text(delimiter), !is_quoted(delimiter), strip_tabs});
}

void ShellScanner::read_here_documents() {
  const std::vector<Pending> waiting = std::move(pending_);
  pending_.clear();
  for (const Pending& pending : waiting) read_here_document(pending);
}

std::string ShellScanner::take_line() {
  std::string line;
  while (!at_end() && peek() != '\n') line += take();
  if (!at_end()) take();
  return line;
}

// Reads the lines of the body. Unless the delimiter was quoted, they are then read as text in double quotes, in which a
// quote has no special meaning.
void ShellScanner::read_here_document(const Pending& pending) {
  const int line = line_;
  std::string body;
  while (true) {
    if (at_end()) return fail("here-document is not ended by `" + pending.delimiter + "'", line);
    std::string text = take_line();
    if (pending.strip_tabs) text.erase(0, std::min(text.find_first_not_of('\t'), text.size()));
    if (text == pending.delimiter) break;
    body += text + "\n";
  }
  if (!pending.expand) {
    pending.here->parts.push_back({body, false, true});
    return;
  }
  ShellScanner inner(body);
  pending.here->parts.push_back({"", false, true});
  while (!inner.at_end()) {
    const char following = inner.peek(1);
    if (inner.peek() == '$') {
      inner.variable(*pending.here, true);
    } else if (inner.peek() == '`') {
      inner.fail("command substitution is not emulated", 1);
    } else if (inner.peek() == '\\' && (following == '$' || following == '`' || following == '\\')) {
      inner.take();
      add_literal(*pending.here, inner.take(), true);
    } else if (inner.peek() == '\\' && following == '\n') {
      inner.take(), inner.take();
    } else {
      add_literal(*pending.here, inner.take(), true);
    }
  }
  if (inner.problem()) fail(inner.problem()->text, line);
}

}  // namespace ringside::parser
