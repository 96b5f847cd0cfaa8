// parser/tso/redaction.cpp - finds and masks the passwords in a command.
#include "parser/tso/redaction.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "base/limits.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::parser {
namespace {

constexpr std::size_t longest_misspelling = 24;
constexpr std::size_t shortest_misspelling = 4;

/// The secret keywords and the other keywords of one command or of all.
class Vocabulary {
 public:
  /// nullptr: of all commands.
  explicit Vocabulary(const CommandSpec* one) {
    for (const CommandSpec& spec : command_specs())
      if (one == nullptr || one == &spec) add(spec.keywords);
    for (const char* always : {"PASSWORD", "PHRASE"})
      if (!harmless_.contains(always) || one == nullptr) secrets_.insert(always);
    for (const std::string_view name : secrets_) harmless_.erase(name);
    names_.assign(secrets_.begin(), secrets_.end());
  }

  /// Returns whether the word is another keyword, or the beginning of one.
  [[nodiscard]] bool is_harmless(std::string_view word) const {
    const std::string folded = base::upper(word);
    const auto found = harmless_.lower_bound(folded);
    return found != harmless_.end() && found->starts_with(folded);
  }

  /// Returns whether the word is a secret keyword, abbreviates one or may be a misspelled one.
  [[nodiscard]] bool is_secret(std::string_view word) const {
    if (word.empty() || word.size() > longest_misspelling) return false;
    const std::string folded = base::upper(word);
    if (harmless_.contains(folded)) return false;
    const auto abbreviated = [&](const std::string& name) { return name.starts_with(folded); };
    return std::any_of(names_.begin(), names_.end(), abbreviated) ||
           (word.size() >= shortest_misspelling && base::nearest(folded, names_).has_value());
  }

 private:
  void add(std::span<const KeywordSpec> keywords) {
    for (const KeywordSpec& keyword : keywords) {
      (keyword.secret ? secrets_ : harmless_).emplace(keyword.name);
      add(keyword.subfield.keywords);
    }
  }

  std::set<std::string_view> secrets_;  // names in the tables
  std::set<std::string_view> harmless_;
  std::vector<std::string> names_;
};

/// Made once for each command name, when it is needed: a job may have a thousand refused records, and making the
/// vocabularies of all commands at the start would slow the start down.
const Vocabulary& vocabulary_of(std::string_view command_name) {
  static std::mutex guard;
  static std::map<const CommandSpec*, Vocabulary> made;
  const CommandSpec* spec = find_command(command_name);
  const std::lock_guard lock(guard);
  return made.try_emplace(spec, spec).first->second;
}

class Finder {
 public:
  explicit Finder(std::string_view text)
      : text_(text),
        name_end_(next_token(text, 0).end),
        name_(next_token(text, 0).in(text)),
        vocabulary_(vocabulary_of(name_)) {}

  std::vector<SecretRange> find() {
    by_tokens();
    by_parentheses();
    by_logon();
    by_rvary();
    return merged(std::move(ranges_));
  }

 private:
  /// Searches as PARSE reads. The name of the command may be a secret keyword too: after a broken continuation an
  /// operand stands in its place.
  void by_tokens() {
    std::string_view word = name_;  // the word right before
    for (Lexeme at = next_token(text_, name_end_); at.kind != Lexeme::Kind::end; at = next_token(text_, at.end)) {
      if (at.kind == Lexeme::Kind::open && vocabulary_.is_secret(word)) {
        const std::size_t begin = at.end;
        at.end = mask_subfield(begin);
        const bool empty = text_.substr(begin, at.end - begin).find_first_not_of(' ') == std::string_view::npos;
        if (empty && at.end < text_.size()) mask_stray_value(at.end + 1);
      }
      if (at.kind == Lexeme::Kind::word && is_name_of_secret(at.in(text_)) && vocabulary_.is_secret(at.in(text_)))
        mask_stray_value(at.end);
      if (at.kind == Lexeme::Kind::quoted && vocabulary_.is_secret(word)) ranges_.push_back({at.offset, at.end});
      word = at.kind == Lexeme::Kind::word && !has_quotes(at) ? at.in(text_) : std::string_view{};
    }
  }

  /// Returns whether a word is the name of a secret keyword in full.
  static bool is_name_of_secret(std::string_view word) {
    const std::string folded = base::upper(word);
    return folded == "PASSWORD" || folded == "PHRASE";
  }

  /// Searches without regard to quotes and comments: in text that PARSE refuses, quotes may be unbalanced.
  void by_parentheses() {
    for (auto open = text_.find('('); open != std::string_view::npos;) {
      const std::size_t after = vocabulary_.is_secret(word_before(open)) ? mask_subfield(open + 1) : open + 1;
      open = text_.find('(', after);
    }
  }

  /// Returns whether a quote follows the letters of the word directly. Masks the quoted text if the word is secret.
  bool has_quotes(const Lexeme& word) {
    const auto quote = word.in(text_).find('\'');
    if (quote == std::string_view::npos) return false;
    if (vocabulary_.is_secret(word.in(text_).substr(0, quote))) {
      const auto closing = text_.find('\'', word.offset + quote + 1);
      ranges_.push_back({word.offset + quote, closing == std::string_view::npos ? text_.size() : closing + 1});
    }
    return true;
  }

  std::size_t mask_subfield(std::size_t begin) {
    std::size_t depth = 1;
    for (Lexeme at = next_token(text_, begin); at.kind != Lexeme::Kind::end; at = next_token(text_, at.end)) {
      if (at.kind == Lexeme::Kind::open) ++depth;
      if (at.kind == Lexeme::Kind::close && --depth == 0) {
        ranges_.push_back({begin, at.offset});
        return at.offset;
      }
    }
    ranges_.push_back({begin, text_.size()});
    return text_.size();
  }

  [[nodiscard]] std::string_view word_before(std::size_t open) const {
    std::size_t end = open;
    while (end > 0 && is_separator(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin <= longest_misspelling && !ends_word(text_[begin - 1])) --begin;
    return text_.substr(begin, end - begin);
  }

  /// LOGON USER/PASSWORD/NEW-PASSWORD: all that follows the first slash, also where a shell has LOGON in quotes.
  void by_logon() {
    constexpr std::string_view name = "LOGON";
    const std::string folded = base::upper(text_);
    for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
      const std::size_t user = text_.find_first_not_of(' ', at + name.size());
      if (user == std::string_view::npos || user == at + name.size()) continue;
      const std::size_t end = text_.find_first_of(" /", user);
      const std::size_t slash = end == std::string_view::npos ? end : text_.find_first_not_of(' ', end);
      if (slash != std::string_view::npos && text_[slash] == '/') ranges_.push_back({slash + 1, text_.size()});
    }
  }

  /// RVARY takes no operand but its keywords; what else stands there may be the operator's password.
  void by_rvary() {
    if (base::upper(name_) != "RVARY") return;
    std::size_t depth = 0;
    for (Lexeme at = next_token(text_, name_end_); at.kind != Lexeme::Kind::end; at = next_token(text_, at.end)) {
      if (at.kind == Lexeme::Kind::open) ++depth;
      if (at.kind == Lexeme::Kind::close && depth > 0) --depth;
      const bool is_value = at.kind == Lexeme::Kind::quoted || at.kind == Lexeme::Kind::word;
      if (depth == 0 && is_value && !vocabulary_.is_harmless(at.in(text_))) ranges_.push_back({at.offset, at.end});
    }
  }

  /// The word or quoted text after an empty PASSWORD() or after PASSWORD alone, unless it is another keyword.
  void mask_stray_value(std::size_t from) {
    const Lexeme next = next_token(text_, from);
    const bool is_value = next.kind == Lexeme::Kind::quoted || next.kind == Lexeme::Kind::word;
    if (is_value && !vocabulary_.is_harmless(next.in(text_))) ranges_.push_back({next.offset, next.end});
  }

  std::string_view text_;
  std::size_t name_end_;
  std::string_view name_;
  const Vocabulary& vocabulary_;
  std::vector<SecretRange> ranges_;
};

}  // namespace

std::vector<SecretRange> secret_ranges(std::string_view command) {
  return Finder(command).find();
}

std::string redacted(std::string_view command) {
  // A longer command is refused without being read, so its end is not shown.
  command = command.substr(0, base::limits::command_bytes);
  return masked(command, secret_ranges(command));
}

}  // namespace ringside::parser
