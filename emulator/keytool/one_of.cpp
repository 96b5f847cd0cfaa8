// emulator/keytool/one_of.cpp - "san" for SubjectAlternativeName, "keyEnc" for keyEncipherment.
#include "emulator/keytool/one_of.hpp"

#include "emulator/base/text.hpp"
#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

std::string capitals(const std::string& word) {
  std::string letters = word.substr(0, 1);
  for (std::size_t i = 1; i < word.size(); ++i)
    if (word[i] < 'a' || word[i] > 'z') letters += word[i];
  return letters;
}

}  // namespace

int one_of(const std::string& text, const std::vector<std::string>& words) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    if (base::lower(words[i]).starts_with(base::lower(text)) || base::lower(capitals(words[i])) == base::lower(text))
      found.push_back(i);
  }
  if (found.empty()) return -1;
  if (found.size() == 1) return static_cast<int>(found.front());
  std::string list = "command " + text + " is ambiguous:\n    ";
  for (const std::size_t index : found) list += " " + words[index];
  refuse(list);
}

}  // namespace ringside::keytool
