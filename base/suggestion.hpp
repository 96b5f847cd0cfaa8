// base/suggestion.hpp - the known word that an unknown one may be a misspelling of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// Returns the candidate with the smallest edit distance to `word`, the first of equals; nullopt if none is nearer than
/// a third of the word's length plus 1. Case counts.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

enum class Quotes { no, yes };

/// Returns "; did you mean NEAREST?", to be appended to a message, or an empty text if no candidate is near enough.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, Quotes quotes = Quotes::no);

}  // namespace ringside::base
