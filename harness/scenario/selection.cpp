// harness/scenario/selection.cpp - selects scenarios by tag, importance, name or file.
#include "harness/scenario/selection.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

bool is_meant(const std::string& word, const Scenario& scenario) {
  const auto holds = [&](const std::string& text) { return base::lower(text).find(word) != std::string::npos; };
  return std::find(scenario.tags.begin(), scenario.tags.end(), word) != scenario.tags.end() ||
         scenario.importance == word || holds(scenario.name) || holds(scenario.file);
}

}  // namespace

Selection::Selection(std::vector<std::string> words) : words_(std::move(words)) {
  for (std::string& word : words_) word = base::lower(word);
}

bool Selection::takes(const Scenario& scenario) const {
  return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
    return word.starts_with('!') ? !is_meant(word.substr(1), scenario) : is_meant(word, scenario);
  });
}

}  // namespace ringside::harness
