// emulator/hosttools/keytool/certificates/one_of.cpp - "san" for SubjectAlternativeName, "keyEnc" for keyEncipherment.
#include "emulator/hosttools/keytool/certificates/one_of.hpp"

#include "base/text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

std::string capitals(const std::string& word) {
  std::string letters = word.substr(0, 1);
  for (std::size_t i = 1; i < word.size(); ++i)
    if (word[i] < 'a' || word[i] > 'z') letters += word[i];
  return letters;
}

using Matches = bool (*)(const std::string& text, const std::string& word);

bool is_word(const std::string& text, const std::string& word) {
  return text == word;
}
bool is_short_form(const std::string& text, const std::string& word) {
  return word.starts_with(text) || capitals(word) == text;
}
bool is_short_form_in_any_case(const std::string& text, const std::string& word) {
  return is_short_form(base::lower(text), base::lower(word)) || base::lower(capitals(word)) == base::lower(text);
}

/// Returns -1 if none fits. A word before the empty one wins over a word after it.
int only_match(const std::string& text, const std::vector<std::string>& words, Matches matches) {
  std::vector<std::size_t> found;
  std::size_t gap = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty())
      gap = i;
    else if (matches(text, words[i]))
      found.push_back(i);
  }
  if (found.empty()) return -1;
  if (found.size() == 1 || found[1] > gap) return static_cast<int>(found.front());
  std::string list = "command " + text + " is ambiguous:\n    ";
  for (const std::size_t index : found)
    if (index < gap) list += " " + words[index];
  refuse(list);
}

}  // namespace

// Looks for the full word, then for a short form in the same case, then in any case. Each must be unique.
int one_of(const std::string& text, const std::vector<std::string>& words) {
  for (const Matches matches : {is_word, is_short_form, is_short_form_in_any_case})
    if (const int index = only_match(text, words, matches); index >= 0) return index;
  return -1;
}

}  // namespace ringside::keytool
