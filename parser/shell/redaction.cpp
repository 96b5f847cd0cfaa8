// parser/shell/redaction.cpp - finds and masks the passwords in commands of a shell.
#include "parser/shell/redaction.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/shell/scanner.hpp"

namespace ringside::parser {
namespace {

// In lower case: keytool takes its options in any case. -k and -K are the password and the key of openssl enc.
constexpr std::array<std::string_view, 10> secret_options = {
    "-storepass",   "-keypass", "-srcstorepass", "-deststorepass", "-srckeypass",
    "-destkeypass", "-k",       "-pass",         "--password",     "--source-password"};
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
        value_follows_ = in_keytool_ = false;
    }
    if (scanner_.problem()) search_refused(end);
    return std::move(ranges_);
  }

 private:
  void search(const ShellToken& token) {
    const std::string word = plain_text(token.word);
    const std::size_t sign = word.starts_with('-') ? word.find('=') : std::string::npos;
    const std::string value = sign == std::string::npos ? word : word.substr(sign + 1);
    if (value.starts_with(source))
      hide(token, source);
    else if (value_follows_)
      hide(token, "");
    else if (sign != std::string::npos && is_secret_option(word.substr(0, sign)))
      hide(token, "=");
    in_keytool_ = in_keytool_ || word.ends_with("keytool");
    value_follows_ = is_secret_option(word) || (in_keytool_ && base::lower(word) == new_password);
  }

  /// Hides a word, or what comes after `shown` in it. All of it, if quotes or backslashes divide `shown`.
  void hide(const ShellToken& token, std::string_view shown) {
    const std::size_t at = text_.substr(0, token.end).find(shown, token.begin);
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
  std::vector<SecretRange> ranges_;
};

}  // namespace

std::vector<SecretRange> shell_secret_ranges(std::string_view script) {
  return ShellSecrets(script).find();
}

std::string shell_redacted(std::string_view script) {
  return masked(script, shell_secret_ranges(script));
}

}  // namespace ringside::parser
