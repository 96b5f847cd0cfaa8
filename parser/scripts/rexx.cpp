// parser/scripts/rexx.cpp - the TSO commands of a REXX exec.
#include "parser/scripts/rexx.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/scripts/rexx_tokens.hpp"
#include "parser/scripts/script_builder.hpp"

namespace ringside::parser {
namespace {

/// The instructions of REXX. Any other symbol at the start of a clause begins an expression.
constexpr std::array<std::string_view, 28> instructions = {
    "ADDRESS", "ARG",    "CALL", "DO",      "DROP",    "ELSE",      "END",   "EXIT",      "IF",   "INTERPRET",
    "ITERATE", "LEAVE",  "NOP",  "NUMERIC", "OPTIONS", "OTHERWISE", "PARSE", "PROCEDURE", "PULL", "PUSH",
    "QUEUE",   "RETURN", "SAY",  "SELECT",  "SIGNAL",  "TRACE",     "UPPER", "WHEN"};

class RexxReader {
 public:
  explicit RexxReader(std::string_view text) : tokens_(split_rexx(text, builder_)) {}

  Script run() && {
    while (at_ < tokens_.size() && !builder_.is_full()) clause();
    return builder_.take();
  }

 private:
  [[nodiscard]] const RexxToken& now() const { return tokens_[at_]; }
  [[nodiscard]] bool at_end() const { return now().kind == RexxToken::Kind::end_of_clause; }
  [[nodiscard]] bool follows(RexxToken::Kind kind) const {
    return at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == kind;
  }

  void fail(const std::string& text, Position where) {
    builder_.error(text, where, "");
    while (!at_end()) ++at_;
  }

  void clause() {
    const RexxToken first = now();
    if (ended_) {
      fail("nothing may follow EXIT or RETURN", first.where);
    } else if (first.kind == RexxToken::Kind::symbol && follows(RexxToken::Kind::assign)) {
      assignment();
    } else if (first.kind == RexxToken::Kind::symbol && is_instruction(first.text)) {
      instruction();
    } else {
      command();
    }
    ++at_;  // the end of the clause
  }

  static bool is_instruction(const std::string& word) { return is_among(instructions, word); }

  void assignment() {
    const RexxToken name = now();
    at_ += 2;
    if (!is_plain_variable(name.text)) return fail(name.text + ": only simple variables are supported", name.where);
    if (auto value = expression()) builder_.assign(name.text, std::move(*value), name.where);
  }

  static bool is_plain_variable(const std::string& name) {
    return name.find('.') == std::string::npos && !(name.front() >= '0' && name.front() <= '9') && name != "RC" &&
           name != "RESULT" && name != "SIGL";
  }

  void instruction() {
    const RexxToken word = now();
    ++at_;
    if (word.text == "ADDRESS") return address(word);
    const bool ends = word.text == "EXIT" || word.text == "RETURN";
    const bool value = !at_end() && now().kind == RexxToken::Kind::symbol && follows(RexxToken::Kind::end_of_clause);
    if (ends && (at_end() || value)) {
      ended_ = true;
      if (value) ++at_;
      return;
    }
    fail("the instruction " + word.text +
             " is not supported: Ringside issues the commands of an exec and does not run it",
         word.where);
  }

  void address(const RexxToken& word) {
    const bool tso = !at_end() && (now().kind == RexxToken::Kind::symbol || now().kind == RexxToken::Kind::string) &&
                     base::upper(now().text) == "TSO";
    if (!tso) return fail("ADDRESS of another environment than TSO is not supported", word.where);
    ++at_;
    if (!at_end()) command();
  }

  void command() {
    const Position where = now().where;
    auto text = expression();
    if (!text) return;
    if (base::trim(*text).empty()) return builder_.error("an empty command", where, "");
    builder_.command(*text, where);
  }

  /// Evaluates the rest of the clause: literals and variables joined by abuttal, blanks or ||.
  std::optional<std::string> expression() {
    std::string value;
    bool joined = true;  // no operator is needed before the first term
    const Position begin = now().where;
    if (at_end()) return value;
    for (; !at_end(); ++at_) {
      const RexxToken& token = now();
      if (token.kind == RexxToken::Kind::concatenate && !joined) {
        joined = true;
        continue;
      }
      auto term = term_of(token);
      if (!term) return std::nullopt;
      if (!joined && token.blank) value += ' ';
      value += *term;
      joined = false;
      if (value.size() > base::limits::command_bytes) {
        fail("longer than a TSO command may be", begin);
        return std::nullopt;
      }
    }
    if (!joined) return value;
    fail("|| needs something on both sides", begin);
    return std::nullopt;
  }

  std::optional<std::string> term_of(const RexxToken& token) {
    const bool calls = follows(RexxToken::Kind::other) && tokens_[at_ + 1].text == "(" && !tokens_[at_ + 1].blank;
    if (token.kind != RexxToken::Kind::string && token.kind != RexxToken::Kind::symbol) {
      fail(
          "'" + base::printable(token.text) + "' is not supported: expressions are literals and variables put together",
          token.where);
      return std::nullopt;
    }
    if (calls) {
      fail(token.kind == RexxToken::Kind::symbol ? "the function call " + token.text + "(...) is not supported"
                                                 : std::string("a function call is not supported"),
           token.where);
      return std::nullopt;
    }
    if (token.kind == RexxToken::Kind::string) return token.text;
    if (const std::string* value = builder_.value_of(token.text)) return *value;
    const bool number = token.text.find_first_not_of("0123456789.") == std::string::npos;
    if (number) return token.text;
    if (!is_plain_variable(token.text)) {
      fail(token.text + " is not known before the exec runs", token.where);
      return std::nullopt;
    }
    // The symbol is not shown: it may be a password without quotes.
    builder_.note("a variable without a value stands for its own name", token.where);
    return token.text;
  }

  ScriptBuilder builder_;
  std::vector<RexxToken> tokens_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace

Script read_rexx(std::string_view text) {
  return RexxReader(text).run();
}

}  // namespace ringside::parser
