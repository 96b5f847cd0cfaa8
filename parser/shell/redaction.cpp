// parser/shell/redaction.cpp - finds and masks the passwords in commands of a shell.
#include "parser/shell/redaction.hpp"

#include <algorithm>
#include <array>
#include <list>
#include <utility>

#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/lexical/secret_name.hpp"
#include "parser/shell/scanner.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::parser {
namespace {

// In lower case: keytool takes its options in any case. -k and -K are the password and the key of openssl enc.
constexpr std::array<std::string_view, 12> secret_options = {
    "-storepass", "-keypass", "-srcstorepass", "-deststorepass",    "-srckeypass", "-destkeypass",
    "-k",         "-pass",    "--password",    "--source-password", "-password",   "-passphrase"};
constexpr std::string_view new_password = "-new";  // of keytool; openssl req -new takes no value
constexpr std::string_view source = "pass:";

bool is_secret_option(std::string_view word) {
  return is_among(secret_options, base::lower(word));
}

/// Searches the words of a script, one after another.
class ShellSecrets {
 public:
  explicit ShellSecrets(std::string_view text) : text_(text), scanner_(text) {}

  std::vector<SecretRange> find() {
    std::size_t end = 0;
    for (ShellToken token = scanner_.next(); token.kind != ShellToken::Kind::end; token = scanner_.next()) {
      end = token.end;
      if (token.kind == ShellToken::Kind::word)
        search(token);
      else
        go_on(token);
    }
    end_pipeline();
    if (scanner_.problem()) search_refused(end);
    return merged(std::move(ranges_));
  }

  /// The texts of the hidden words that have no variables.
  [[nodiscard]] std::vector<std::string> values() const { return values_; }

 private:
  /// A redirection or the end of a command.
  void go_on(const ShellToken& token) {
    if (token.kind == ShellToken::Kind::redirection) {
      target_follows_ = token.text;
      return;
    }
    value_follows_ = in_keytool_ = false;
    command_.clear();
    if (token.text != "|") end_pipeline();
    if (token.text == "\n") end_line({token.begin + 1, token.end});
  }

  /// `body` is that of the line's here-documents: hidden if one of them belongs to a pipeline that takes a password.
  void end_line(SecretRange body) {
    const bool is_secret = std::exchange(here_is_secret_, false);
    if (!is_secret || body.begin >= body.end) return;
    ranges_.push_back(body);
    for (const std::string& line : base::lines(text_.substr(body.begin, body.end - body.begin)))
      values_.push_back(line);
  }

  /// What echo and printf give is hidden if the pipeline shows that it is a password.
  void end_pipeline() {
    if (takes_password_)
      for (const ShellToken& token : given_) hide(token, "");
    here_is_secret_ = here_is_secret_ || (takes_password_ && has_here_);
    given_.clear();
    takes_password_ = has_here_ = false;
  }

  /// The word after a redirection: a file, or the delimiter of a here-document.
  void take_target(const ShellToken& token) {
    const std::string sign = std::exchange(target_follows_, "");
    const std::string name = plain_text(token.word);
    if (sign.starts_with("<<")) {
      has_here_ = true;
      delimiters_.emplace_back();
      scanner_.expect_here(delimiters_.back(), token.word, sign == "<<-");
    } else if (is_secret_name(name.substr(name.rfind('/') + 1))) {
      takes_password_ = true;
    }
  }

  void search(const ShellToken& token) {
    if (!target_follows_.empty()) return take_target(token);
    const std::string word = plain_text(token.word);
    const std::size_t sign = word.find('=');
    const std::string name = word.substr(0, sign);
    const std::string value = sign == std::string::npos ? word : word.substr(sign + 1);
    if ((word.starts_with('-') ? value : word).starts_with(source))
      hide(token, source);
    else if (value_follows_)
      hide(token, "");
    else if (sign != std::string::npos && (is_secret_option(name) || (is_shell_name(name) && is_secret_name(name))))
      hide(token, "=");
    else if (command_ == "echo" || command_ == "printf")
      given_.push_back(token);
    if (command_.empty() && !is_shell_name(name.substr(0, sign == std::string::npos ? 0 : sign))) command_ = word;
    in_keytool_ = in_keytool_ || word.ends_with("keytool");
    takes_password_ = takes_password_ || word.ends_with("keytool") || word == "stdin" || word == "fd:0";
    value_follows_ = is_secret_option(word) || (in_keytool_ && base::lower(word) == new_password);
  }

  /// Hides a word, or what comes after `shown` in it. All of it, if quotes or backslashes divide `shown`.
  void hide(const ShellToken& token, std::string_view shown) {
    const std::size_t at = text_.substr(0, token.end).find(shown, token.begin);
    const auto is_variable = [](const ShellPart& part) { return part.variable; };
    if (std::none_of(token.word.parts.begin(), token.word.parts.end(), is_variable)) {
      const std::string word = plain_text(token.word);
      const std::size_t found = word.find(shown);
      values_.push_back(found == std::string::npos ? word : word.substr(found + shown.size()));
    }
    ranges_.push_back({at == std::string_view::npos ? token.begin : at + shown.size(), token.end});
  }

  /// Searches the text from `begin`, in which the scanner found an error, without regard to quotes.
  void search_refused(std::size_t begin) {
    constexpr std::string_view separators = " \t\n\r'\"=;&|()`";
    if (value_follows_) return hide_rest(begin);
    while (begin < text_.size()) {
      begin = std::min(text_.find_first_not_of(separators, begin), text_.size());
      const std::size_t end = std::min(text_.find_first_of(separators, begin), text_.size());
      const std::string_view word = text_.substr(begin, end - begin);
      if (word.starts_with(source)) return hide_rest(begin + source.size());
      if (is_secret_option(word) || base::lower(word) == new_password) return hide_rest(end);
      begin = end;
    }
  }

  void hide_rest(std::size_t begin) {
    begin = std::min(text_.find_first_not_of(" \t", begin), text_.size());
    if (begin < text_.size()) ranges_.push_back({begin, text_.size()});
  }

  std::string_view text_;
  ShellScanner scanner_;
  bool in_keytool_ = false;
  bool value_follows_ = false;
  std::string command_;              // the word that names the command; empty before it
  std::string target_follows_;       // the sign of the redirection whose word comes next
  std::vector<ShellToken> given_;    // the words of echo and printf in this pipeline
  std::list<ShellWord> delimiters_;  // a list, since the scanner keeps pointers to the elements
  bool takes_password_ = false;      // the pipeline writes or reads a password
  bool has_here_ = false;            // the pipeline has a here-document
  bool here_is_secret_ = false;      // an earlier pipeline of this line has both
  std::vector<SecretRange> ranges_;
  std::vector<std::string> values_;
};

/// Searches a line of any language.
class LineSecrets {
 public:
  explicit LineSecrets(std::string_view text) : text_(text) {}

  std::vector<SecretRange> find() {
    bool value_follows = false;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = std::min(text_.find_first_not_of(separators, at), text_.size());
      const std::size_t end = std::min(text_.find_first_of(separators, begin), text_.size());
      const std::string_view word = text_.substr(begin, end - begin);
      if (value_follows)
        ranges_.push_back({begin, end});
      else
        search(word, begin, end);
      value_follows = is_secret_option(word);
      at = end;
    }
    const std::string folded = base::upper(text_);
    if (folded.find("PAS") != std::string::npos || folded.find("PHR") != std::string::npos)
      for (const SecretRange& range : secret_ranges(text_)) ranges_.push_back(range);
    return merged(std::move(ranges_));
  }

 private:
  static constexpr std::string_view separators = " \t\r\n'\",;&|()`{}[]";

  void search(std::string_view word, std::size_t begin, std::size_t end) {
    const std::size_t sign = word.find_first_of("=:");
    if (word.starts_with(source) && word.size() > source.size())
      ranges_.push_back({begin + source.size(), end});
    else if (sign != std::string_view::npos && is_secret_name(word.substr(0, sign)))
      hide_value(begin + sign + 1);
  }

  /// Hides the value after NAME= or NAME: a list, a quoted text, or a word. A symbol or variable is shown.
  void hide_value(std::size_t at) {
    at = std::min(text_.find_first_not_of(' ', at), text_.size());
    if (at == text_.size() || text_[at] == '&' || text_[at] == '$') return;
    const char open = text_[at];
    const std::string_view closing = open == '(' ? ")" : open == '\'' ? "'" : open == '"' ? "\"" : " ,)'\"}";
    const bool enclosed = closing.size() == 1;
    const std::size_t end = text_.find_first_of(closing, at + 1);
    ranges_.push_back({enclosed ? at + 1 : at, std::min(end, text_.size())});
  }

  std::string_view text_;
  std::vector<SecretRange> ranges_;
};

}  // namespace

std::vector<SecretRange> shell_secret_ranges(std::string_view script) {
  return ShellSecrets(script).find();
}

std::vector<std::string> shell_secrets(std::string_view script) {
  ShellSecrets secrets(script);
  (void)secrets.find();
  return secrets.values();
}

std::vector<SecretRange> line_secret_ranges(std::string_view line) {
  return LineSecrets(line).find();
}

std::string line_redacted(std::string_view line) {
  return masked(line, line_secret_ranges(line));
}

std::string shell_redacted(std::string_view script) {
  return masked(script, shell_secret_ranges(script));
}

}  // namespace ringside::parser
