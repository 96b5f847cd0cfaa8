// parser/shell/line.cpp - parses the tokens of a shell script into pipelines.
#include "parser/shell/line.hpp"

#include <algorithm>
#include <array>
#include <list>

#include <fmt/format.h>

#include "base/input_items.hpp"
#include "base/limits.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/shell/scanner.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 16> not_emulated_words = {"if",    "then",  "else", "elif",    "fi",   "for",
                                                                 "while", "until", "do",   "done",    "case", "esac",
                                                                 "{",     "}",     "[[",   "function"};

/// The text of a word without quotes and variables; empty for any other word.
std::string bare_text(const ShellWord& word) {
  return word.parts.size() == 1 && !word.parts.front().variable && !word.parts.front().quoted ? word.parts.front().text
                                                                                              : std::string();
}

/// Adds NAME=... before the name of the command to its assignments. Returns false if the word is not an assignment.
bool take_assignment(ShellCommand& command, const ShellWord& word) {
  if (word.parts.empty() || word.parts.front().variable || word.parts.front().quoted) return false;
  const std::string& text = word.parts.front().text;
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos || !is_shell_name(text.substr(0, sign))) return false;
  ShellWord value = word;
  value.parts.front().text = text.substr(sign + 1);
  command.assignments.emplace_back(text.substr(0, sign), std::move(value));
  return true;
}

class Grammar {
 public:
  explicit Grammar(std::string_view text) : scanner_(text), most_commands_(base::most_items(text.size())) { advance(); }

  tl::expected<ShellScript, Diagnostic> script() {
    ShellJoint joint = ShellJoint::always;
    while (!ended()) {
      if (is_control("\n") || (is_control(";") && after_pipeline_)) {
        after_pipeline_ = false;
        advance();
        continue;
      }
      ShellPipeline pipeline = read_pipeline(joint);
      if (ended_badly()) break;
      joint = joint_here();
      pipeline.decides = joint != ShellJoint::always;
      script_.push_back(std::move(pipeline));
      after_pipeline_ = joint == ShellJoint::always;
      if (joint == ShellJoint::always) continue;
      advance();
      skip_lines();
      if (ended()) unexpected();
    }
    scanner_.read_here_documents();
    move_here_documents();
    if (scanner_.problem()) return tl::unexpected(*scanner_.problem());
    return std::move(script_);
  }

 private:
  void advance() { token_ = scanner_.next(); }
  [[nodiscard]] bool ended() const { return token_.kind == ShellToken::Kind::end; }
  [[nodiscard]] bool ended_badly() const { return scanner_.problem().has_value(); }
  [[nodiscard]] bool is_control(std::string_view sign) const {
    return token_.kind == ShellToken::Kind::control && token_.text == sign;
  }
  void skip_lines() {
    while (is_control("\n")) advance();
  }
  void unexpected() {
    const std::string text = token_.text == "\n" ? "newline" : token_.text;
    if (is_control("&")) return scanner_.fail("commands in the background are not emulated", token_.line);
    if (is_control("(")) return scanner_.fail("subshells and functions are not emulated", token_.line);
    scanner_.fail("syntax error near unexpected token `" + text + "'", token_.line);
  }

  ShellJoint joint_here() {
    if (is_control("&&")) return ShellJoint::if_success;
    if (is_control("||")) return ShellJoint::if_failure;
    if (!ended() && !is_control(";") && !is_control("\n")) unexpected();
    return ShellJoint::always;
  }

  ShellPipeline read_pipeline(ShellJoint joint) {
    ShellPipeline pipeline;
    pipeline.joint = joint;
    if (token_.kind == ShellToken::Kind::word && bare_text(token_.word) == "!") {
      pipeline.negated = true;
      advance();
    }
    pipeline.commands.push_back(read_command());
    while (is_control("|") && !ended_badly()) {
      advance();
      skip_lines();
      pipeline.commands.push_back(read_command());
    }
    return pipeline;
  }

  ShellCommand read_command() {
    ShellCommand command;
    command.line = token_.line;
    if (++commands_ > most_commands_)
      scanner_.fail(fmt::format("more than {} commands for the size of the script", most_commands_), token_.line);
    while (!ended_badly()) {
      if (token_.kind == ShellToken::Kind::word) {
        take_word(command);
      } else if (token_.kind == ShellToken::Kind::redirection) {
        take_redirection(command);
      } else {
        break;
      }
    }
    const bool empty = command.words.empty() && command.assignments.empty() && command.redirections.empty();
    if (empty || is_control("(")) unexpected();
    return command;
  }

  void take_word(ShellCommand& command) {
    const std::string bare = bare_text(token_.word);
    if (command.words.empty() && is_among(not_emulated_words, bare))
      return scanner_.fail(fmt::format("'{}': conditions, loops and functions are not emulated", bare), token_.line);
    if (!command.words.empty() || !take_assignment(command, token_.word)) command.words.push_back(token_.word);
    advance();
  }

  void take_redirection(ShellCommand& command) {
    const ShellToken sign = token_;
    advance();
    if (token_.kind != ShellToken::Kind::word) return unexpected();
    ShellRedirection redirection;
    const bool reads = sign.text.front() == '<';
    redirection.descriptor = sign.descriptor >= 0 ? sign.descriptor : reads ? 0 : 1;
    if (sign.text == "<<<" || sign.text == "<&" || redirection.descriptor > 2 || (reads && redirection.descriptor != 0))
      return scanner_.fail(fmt::format("this redirection with {} is not emulated", sign.text), sign.line);
    redirection.kind = kind_of(sign.text);
    if (redirection.kind == ShellRedirect::here) {
      bodies_.emplace_back();
      scanner_.expect_here(bodies_.back(), token_.word, sign.text == "<<-");
      redirection.target.parts.push_back({std::to_string(bodies_.size() - 1), false, false});
    } else {
      redirection.target = token_.word;
    }
    command.redirections.push_back(std::move(redirection));
    advance();
  }

  static ShellRedirect kind_of(std::string_view sign) {
    if (sign == "<") return ShellRedirect::input;
    if (sign == "<<" || sign == "<<-") return ShellRedirect::here;
    if (sign == ">>") return ShellRedirect::append;
    return sign == ">&" ? ShellRedirect::duplicate : ShellRedirect::output;
  }

  // The text of a here-document comes after its command. Until it is read, the redirection holds its index in bodies_.
  void move_here_documents() {
    const std::vector<ShellWord> bodies(bodies_.begin(), bodies_.end());
    for (ShellPipeline& pipeline : script_)
      for (ShellCommand& command : pipeline.commands)
        for (ShellRedirection& redirection : command.redirections)
          if (redirection.kind == ShellRedirect::here)
            redirection.target = bodies.at(std::stoul(redirection.target.parts.front().text));
  }

  ShellScanner scanner_;
  ShellToken token_;
  std::list<ShellWord> bodies_;  // a list, since the scanner keeps pointers to the elements
  ShellScript script_;
  std::size_t most_commands_;
  std::size_t commands_ = 0;
  bool after_pipeline_ = false;
};

}  // namespace

std::span<const std::string_view> shell_words_not_emulated() {
  return not_emulated_words;
}

tl::expected<ShellScript, Diagnostic> parse_shell(std::string_view text) {
  if (text.size() > base::limits::shell_script_bytes)
    return tl::unexpected(
        Diagnostic{fmt::format("the script is longer than {} octets", base::limits::shell_script_bytes), {1, 0}, ""});
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    const auto line =
        static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
    return tl::unexpected(Diagnostic{"a zero octet stands in the script", {line, 0}, ""});
  }
  return Grammar(text).script();
}

}  // namespace ringside::parser
