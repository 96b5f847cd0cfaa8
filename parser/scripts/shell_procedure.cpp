// parser/scripts/shell_procedure.cpp - the TSO commands of a shell procedure.
#include "parser/scripts/shell_procedure.hpp"

#include <algorithm>
#include <optional>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "parser/scripts/script_builder.hpp"
#include "parser/scripts/zowe_command.hpp"
#include "parser/shell/scanner.hpp"

namespace ringside::parser {
namespace {

/// The words of one simple command after quotes, escapes and variables are resolved.
struct Words {
  std::vector<std::string> words;
  std::vector<std::size_t> literal;  // length of each word before its first quote or variable
  Position where;
};

class ShellReader {
 public:
  explicit ShellReader(std::string_view text) : text_(text) {}

  Script run() && {
    while (at_ < text_.size() && !builder_.is_full()) command();
    return builder_.take();
  }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

  [[nodiscard]] Position place() const { return {line_, static_cast<int>(at_ - line_start_) + 1}; }
  void step() {
    if (now() == '\n') {
      ++line_;
      line_start_ = at_ + 1;
    }
    ++at_;
  }

  void fail(const std::string& text) {
    if (!failed_) builder_.error(text, place(), "");  // the line may hold a password
    failed_ = true;
  }

  void skip_line() {
    while (at_ < text_.size() && now() != '\n') step();
  }

  /// Reads one simple command, up to the end of the line or a semicolon, and evaluates it.
  void command() {
    Words read;
    failed_ = false;
    while (at_ < text_.size() && !failed_) {
      if (now() == '\\' && next() == '\n') {
        step();
        step();
      } else if (now() == ' ' || now() == '\t' || now() == '\r') {
        step();
      } else if (now() == '#') {
        skip_line();
      } else if (now() == '\n' || now() == ';') {
        break;
      } else {
        if (read.words.empty()) read.where = place();
        word(read);
      }
    }
    if (failed_) return skip_line();
    if (at_ < text_.size()) step();
    perform(read);
  }

  void word(Words& read) {
    std::string word;
    std::optional<std::size_t> literal;
    while (at_ < text_.size() && !failed_) {
      const char c = now();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';') break;
      if (c == '\'' || c == '"' || c == '$' || c == '\\')
        if (!literal) literal = word.size();
      if (c == '\'') {
        single_quotes(word);
      } else if (c == '"') {
        double_quotes(word);
      } else if (c == '\\') {
        step();
        if (now() != '\n') word += now();
        step();
      } else if (c == '$') {
        variable(word);
      } else if (std::string_view("|&<>()`").find(c) != std::string_view::npos) {
        fail(std::string("'") + c + "' outside quotes: pipes, redirections and substitutions are not supported");
      } else {
        word += c;
        step();
      }
      check_length(word);
    }
    read.literal.push_back(literal.value_or(word.size()));
    read.words.push_back(std::move(word));
  }

  void check_length(const std::string& word) {
    if (word.size() > base::limits::command_bytes) fail("a word longer than a TSO command may be");
  }

  void single_quotes(std::string& word) {
    const std::size_t open = at_;
    step();
    while (at_ < text_.size() && now() != '\'') quoted_character(word);
    close(open, '\'');
  }

  void double_quotes(std::string& word) {
    const std::size_t open = at_;
    step();
    while (at_ < text_.size() && now() != '"' && !failed_) {
      if (now() == '\\' && next() == '\n') {  // joins the lines without a blank, as a real shell does
        step();
        step();
      } else if (now() == '\\' && std::string_view("$`\"\\").find(next()) != std::string_view::npos) {
        step();
        quoted_character(word);
      } else if (now() == '$') {
        variable(word);
      } else if (now() == '`') {
        fail("'`': command substitution is not supported");
      } else {
        quoted_character(word);
      }
    }
    if (!failed_) close(open, '"');
  }

  /// A line end inside quotes becomes a blank, since a TSO command has no lines.
  void quoted_character(std::string& word) {
    if (word.size() <= base::limits::command_bytes) word += now() == '\n' ? ' ' : now();
    step();
  }

  void close(std::size_t open, char quote) {
    if (now() == quote && at_ < text_.size()) return step();
    at_ = open;
    line_ = 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
    line_start_ = open == 0 ? 0 : text_.rfind('\n', open - 1) + 1;  // npos + 1 is 0
    fail(std::string("a quote (") + quote + ") that is never closed");
    at_ = text_.size();
  }

  void variable(std::string& word) {
    const bool braces = next() == '{';
    std::size_t end = at_ + (braces ? 2 : 1);
    const std::size_t begin = end;
    while (end < text_.size() && is_shell_name_character(text_[end])) ++end;
    const std::string name(text_.substr(begin, end - begin));
    if (braces && (end >= text_.size() || text_[end] != '}')) return fail("only plain variables ${NAME} are supported");
    if (!is_shell_name(name)) {
      if (!braces && name.empty() && std::string_view("(?#*@!$-").find(next()) == std::string_view::npos) {
        word += '$';  // a dollar sign alone is literal
        return step();
      }
      return fail("$" + std::string(1, next()) + ": only variables that this file assigns are supported");
    }
    const std::string* value = builder_.value_of(name);
    if (value == nullptr) return fail("the variable " + name + " has no value in this file");
    word += *value;
    for (end += braces ? 1 : 0; at_ < end;) step();
  }

  /// Takes NAME=VALUE with an unquoted name and sign. Returns false if the command is not an assignment.
  bool assignment(const Words& read) {
    const std::string& first = read.words.front();
    const auto sign = first.find('=');
    if (sign == std::string::npos || sign >= read.literal.front() || !is_shell_name(first.substr(0, sign)))
      return false;
    if (read.words.size() > 1) {
      builder_.error("an assignment for one command alone is not supported", read.where, "");
    } else {
      builder_.assign(first.substr(0, sign), first.substr(sign + 1), read.where);
    }
    return true;
  }

  void issue(const std::string& command, Position where) {
    if (base::trim(command).empty()) return builder_.error("tsocmd without a command", where, "");
    builder_.command(command, where);
  }

  void perform(const Words& read) {
    if (read.words.empty()) return;
    if (ended_) return builder_.error("nothing may follow exit", read.where, "");
    if (assignment(read)) return;
    const std::string& name = read.words.front();
    if (name == "exit" && read.words.size() <= 2) {
      ended_ = true;
    } else if (name == "tsocmd" || name.ends_with("/tsocmd")) {
      issue(base::join({read.words.begin() + 1, read.words.end()}, " "), read.where);
    } else if (const auto command = zowe_tso_command(read.words)) {
      issue(*command, read.where);
    } else {
      builder_.error("'" + base::printable(name) +
                         "' is not supported: of a shell procedure Ringside runs tsocmd, and takes assignments of "
                         "literals",
                     read.where, "");
    }
  }

  std::string_view text_;
  ScriptBuilder builder_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
  bool failed_ = false;
  bool ended_ = false;
};

}  // namespace

Script read_shell_script(std::string_view text) {
  return ShellReader(text).run();
}

}  // namespace ringside::parser
