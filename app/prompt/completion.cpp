// app/prompt/completion.cpp - completes TSO commands, from the tables of commands and operands.
#include "app/prompt/completion.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include <fmt/format.h>

#include "base/text.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::app {
namespace {

using parser::KeywordSpec;
using parser::ValueKind;

/// Parentheses that are open at the cursor.
struct Parenthesis {
  std::string operand;    ///< RING in "CONNECT(RING("; upper case
  std::size_t begin = 0;  ///< of its content in the text
};

/// The place of the cursor: the open parentheses, the words outside of all parentheses, and the word before the cursor.
struct Place {
  std::vector<Parenthesis> open;
  std::vector<std::string> outside;  ///< complete words in upper case; the first is the command
  std::string word;
  bool quoted = false;
};

bool ends_word(char c) {
  return c == ' ' || c == '(' || c == ')' || c == ',' || c == '\'';
}

/// Reads one character after another of a command.
class PlaceFinder {
 public:
  void take(char c, std::size_t at) {
    if (place_.quoted) return take_quoted(c);
    if (!ends_word(c)) {
      place_.word += c;
      return;
    }
    end_word();
    if (c == '(') place_.open.push_back({last_, at + 1});
    if (c == ')' && !place_.open.empty()) place_.open.pop_back();
    place_.quoted = c == '\'';
  }
  [[nodiscard]] const Place& place() const { return place_; }

 private:
  void take_quoted(char c) {
    place_.quoted = c != '\'';
    if (place_.quoted)
      place_.word += c;
    else
      end_word();
  }
  void end_word() {
    if (place_.word.empty()) return;
    last_ = base::upper(place_.word);
    if (place_.open.empty()) place_.outside.push_back(last_);
    place_.word.clear();
  }

  Place place_;
  std::string last_;  // the word before a parenthesis; blanks may be between them
};

Place place_of(std::string_view text) {
  PlaceFinder finder;
  for (std::size_t at = 0; at < text.size(); ++at) finder.take(text[at], at);
  return finder.place();
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
  explicit Candidates(std::string_view start)
      : start_(base::upper(start)), kept_(start.substr(0, start.rfind(' ') + 1)) {}

  void offer(std::string_view word, std::string_view quote = "") {
    if (base::upper(word).starts_with(start_) && word.starts_with(kept_))
      words_.insert(fmt::format("{0}{1}{0}", quote, word));
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
    std::vector<std::string> result;
    for (const std::string& word : words_) result.push_back(word.substr(kept_.size()));
    return result;
  }

 private:
  std::string start_;  // in upper case
  std::string kept_;   // up to the last blank: is not replaced, so its case must be right
  std::set<std::string> words_;
};

/// Values whose case or qualification holds only in apostrophes.
bool is_quoted_kind(ValueKind kind) {
  return kind == ValueKind::quoted || kind == ValueKind::data_set || kind == ValueKind::data_set_profile;
}

/// What may stand at the cursor: keywords, and values of an operand.
struct Offer {
  const KeywordSpec* operand = nullptr;
  std::span<const KeywordSpec> keywords;
};

/// Inside parentheses. Nothing for an operand that the table does not have.
Offer offer_inside(const parser::CommandSpec& command, const Place& place) {
  if (place.open.size() == 1 && place.outside.size() == 1 && !command.positionals.empty())
    return {&command.positionals.front(), {}};  // a list of names: DELUSER (ANN BOB)
  Offer offer{nullptr, command.keywords};
  for (const Parenthesis& open : place.open) {
    const KeywordSpec* operand = keyword_of(offer.keywords, open.operand);
    if (operand == nullptr) return {};
    offer = {operand, operand->subfield.keywords};
  }
  return offer;
}

/// Outside of parentheses: the next positional operand, then the keywords.
Offer offer_outside(const parser::CommandSpec& command, const Place& place) {
  const std::size_t given = place.outside.size() - 1;
  if (given >= command.positionals.size()) return {nullptr, command.keywords};
  const KeywordSpec& next = command.positionals[given];
  const bool required = next.subfield.fewest_values > 0;
  return {&next, required ? std::span<const KeywordSpec>{} : command.keywords};
}

/// The subfield that follows `keyword` in `text`, outside of other parentheses; nullopt if the keyword is not there.
std::optional<std::string> given(std::string_view text, std::string_view keyword) {
  PlaceFinder finder;
  std::optional<std::string> found;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    finder.take(text[at], at);
    const Place& place = finder.place();
    if (place.open.size() > depth && place.open.size() == 1 && place.open.front().operand == keyword) {
      const std::size_t end = text.find(')', at);
      found = base::upper(base::trim(text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1)));
    }
    depth = place.open.size();
  }
  const auto& words = finder.place().outside;
  if (!found && std::find(words.begin(), words.end(), keyword) != words.end()) found = "";
  return found;
}

std::string owner_in(std::string_view text) {
  if (const auto user = given(text, "ID"); user && !user->empty()) return *user;
  for (const std::string_view owner : {"CERTAUTH", "SITE"})
    if (given(text, owner)) return std::string(owner);
  return "";
}

/// The owner that the innermost parentheses name; a ring belongs to the owner outside of all of them.
std::string owner_at(const std::string& text, const Place& place, bool of_ring) {
  for (auto open = place.open.rbegin(); !of_ring && open != place.open.rend(); ++open)
    if (std::string owner = owner_in(std::string_view(text).substr(open->begin)); !owner.empty()) return owner;
  return owner_in(text);
}

OpenOperand open_operand(const std::string& text, const Place& place, const parser::CommandSpec& command,
                         const KeywordSpec& operand) {
  const ValueKind kind = operand.subfield.value;
  OpenOperand open{operand.name, kind, owner_at(text, place, kind == ValueKind::asis), "", command.name};
  open.class_name = given(text, "CLASS").value_or("");
  const bool class_first = !command.positionals.empty() && command.positionals.front().name == "CLASS";
  if (open.class_name.empty() && class_first && place.outside.size() > 1) open.class_name = place.outside[1];
  return open;
}

}  // namespace

std::vector<std::string> completions(const std::string& text, const KnownValues& known) {
  const Place place = place_of(text);
  Candidates candidates(place.word);
  if (place.outside.empty()) {
    if (!place.quoted)
      for (const parser::CommandSpec& each : parser::command_specs()) candidates.offer(each.name);
    return candidates.words();
  }
  const parser::CommandSpec* command = parser::find_command(place.outside.front());
  if (command == nullptr) return {};
  const Offer offer = place.open.empty() ? offer_outside(*command, place) : offer_inside(*command, place);
  if (!place.quoted) candidates.offer_keywords(offer.keywords);
  if (offer.operand == nullptr) return candidates.words();
  if (!place.quoted) candidates.offer_all(offer.operand->subfield.one_of);
  if (offer.operand->secret) return candidates.words();
  const bool needs_quotes = !place.quoted && is_quoted_kind(offer.operand->subfield.value);
  for (const std::string& value : known(open_operand(text, place, *command, *offer.operand)))
    candidates.offer(value, needs_quotes ? "'" : "");
  return candidates.words();
}

}  // namespace ringside::app
