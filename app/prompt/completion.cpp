// app/prompt/completion.cpp - completes TSO commands, from the tables of commands and operands.
#include "app/prompt/completion.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "base/text.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {
namespace {

using parser::KeywordSpec;

/// The place of the cursor: the operands whose parentheses are open, and the word before the cursor.
struct Place {
  std::vector<std::string> open;  ///< RING in "CONNECT(RING("; upper case
  std::string word;
  bool quoted = false;
  bool is_command = false;
};

bool ends_word(char c) {
  return c == ' ' || c == '(' || c == ')' || c == ',' || c == '\'';
}

Place place_of(const std::string& text) {
  Place place;
  std::string last;  // the word before a parenthesis; blanks may be between them
  bool first = true;
  for (const char c : text) {
    if (place.quoted) {
      place.quoted = c != '\'';
      place.word = place.quoted ? place.word + c : "";
      continue;
    }
    if (!ends_word(c)) {
      place.word += c;
      continue;
    }
    if (!place.word.empty()) {
      last = base::upper(place.word);
      first = false;
    }
    place.word.clear();
    if (c == '(') place.open.push_back(last);
    if (c == ')' && !place.open.empty()) place.open.pop_back();
    if (c == '\'') place.quoted = true;
  }
  place.is_command = first;
  return place;
}

/// The keyword with this name or with this unique beginning; nullptr if there is none or more than one.
const KeywordSpec* keyword_of(std::span<const KeywordSpec> keywords, const std::string& word) {
  const KeywordSpec* found = nullptr;
  for (const KeywordSpec& each : keywords) {
    if (each.name == word) return &each;
    if (!each.name.starts_with(word)) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  return found;
}

class Candidates {
 public:
  explicit Candidates(std::string_view start) : start_(base::upper(start)) {}

  void offer(std::string_view word) {
    if (base::upper(word).starts_with(start_)) words_.emplace(word);
  }
  template <typename Words>
  void offer_all(const Words& words) {
    for (const auto& word : words) offer(word);
  }
  void offer_keywords(std::span<const KeywordSpec> keywords) {
    for (const KeywordSpec& each : keywords) offer(each.name);
  }
  /// The words that match. Only the part after the last blank is returned, since only that part is replaced.
  [[nodiscard]] std::vector<std::string> words() const {
    const std::size_t blank = start_.rfind(' ');
    std::vector<std::string> result;
    for (const std::string& word : words_) result.push_back(word.substr(blank == std::string::npos ? 0 : blank + 1));
    return result;
  }

 private:
  std::string start_;
  std::set<std::string> words_;
};

void offer_commands(Candidates& candidates) {
  for (const parser::CommandSpec& each : parser::command_specs()) candidates.offer(each.name);
}

/// What may be in the parentheses of an operand. Empty for an operand that the table does not have.
struct Subfield {
  const KeywordSpec* operand = nullptr;
  std::span<const KeywordSpec> keywords;
};

Subfield subfield_of(const parser::CommandSpec& command, const std::vector<std::string>& open) {
  Subfield subfield{nullptr, command.keywords};
  for (const std::string& word : open) {
    const KeywordSpec* operand = keyword_of(subfield.keywords, word);
    if (operand == nullptr) return {};
    subfield = {operand, operand->subfield.keywords};
  }
  return subfield;
}

}  // namespace

std::vector<std::string> completions(const std::string& text, const KnownValues& known) {
  const Place place = place_of(text);
  Candidates candidates(place.word);
  if (place.is_command) {
    if (!place.quoted) offer_commands(candidates);
    return candidates.words();
  }
  const std::string name = text.substr(0, text.find_first_of(" (", text.find_first_not_of(' ')));
  const parser::CommandSpec* command = parser::find_command(base::trim(name));
  if (command == nullptr) return {};
  const Subfield subfield = subfield_of(*command, place.open);
  if (!place.quoted) candidates.offer_keywords(subfield.keywords);
  if (subfield.operand == nullptr) return candidates.words();
  if (!place.quoted) candidates.offer_all(subfield.operand->subfield.one_of);
  if (!subfield.operand->secret) candidates.offer_all(known(subfield.operand->name, text));
  return candidates.words();
}

}  // namespace ringside::app
