// parser/shell/scanner.hpp - splits a shell script into words, operators and here-documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/shell/line.hpp"

namespace ringside::parser {

struct ShellToken {
  enum class Kind { word, control, redirection, end };
  Kind kind = Kind::end;
  std::string text;  ///< the operator: "\n", ";", "&&", "||", "|", "<", ">>", ...
  ShellWord word;
  int descriptor = -1;  ///< the digit before a redirection
  int line = 0;
  std::size_t begin = 0;  ///< offsets in the text; not set at the end
  std::size_t end = 0;
};

/// Returns whether `c` may be in the name of a variable. A name does not begin with a digit.
bool is_shell_name_character(char c);

/// Returns whether a text is a valid name of a variable.
bool is_shell_name(std::string_view text);

/// The text of a word without its quotes; variables are shown as $NAME.
std::string plain_text(const ShellWord& word);

/// Returns the tokens one after another. After an error next() returns Kind::end, and problem() has the error.
class ShellScanner {
 public:
  explicit ShellScanner(std::string_view text) : text_(text) {}

  ShellToken next();
  /// Registers a here-document of the current line. `here` gets its text when the line has ended.
  void expect_here(ShellWord& here, const ShellWord& delimiter, bool strip_tabs);
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }
  void fail(const std::string& what, int line);
  /// Returns whether a registered here-document has no text yet.
  [[nodiscard]] bool waits() const { return !pending_.empty(); }
  void read_here_documents();

 private:
  struct Pending {
    ShellWord* here;
    std::string delimiter;
    bool expand;
    bool strip_tabs;
  };

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  char take();
  void skip_blanks();
  ShellToken token();
  std::optional<ShellToken> operator_token();
  ShellWord word();
  void plain_piece(ShellWord& word);
  void single_quoted(ShellWord& word);
  void double_quoted(ShellWord& word);
  void variable(ShellWord& word, bool quoted);
  void braced_variable(ShellWord& word, bool quoted);
  void read_here_document(const Pending& pending);
  [[nodiscard]] std::string take_line();

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<Pending> pending_;
  std::optional<Diagnostic> problem_;
};

}  // namespace ringside::parser
