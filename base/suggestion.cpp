// base/suggestion.cpp - the known word that an unknown one may be a misspelling of.
#include "base/suggestion.hpp"

#include <algorithm>
#include <numeric>

namespace ringside::base {
namespace {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  std::size_t limit = std::min(std::max<std::size_t>(1, word.size() / 3) + 1, word.size());
  for (const std::string& candidate : candidates) {
    const auto [shorter, longer] =
        std::minmax({word.size(), candidate.size()});  // a list, so that the two sizes are copied
    if (longer - shorter >= limit) continue;           // the lengths alone make the distance too great
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= limit) continue;
    limit = distance;
    best = candidate;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, Quotes quotes) {
  const auto near = nearest(word, candidates);
  const char* quote = quotes == Quotes::yes ? "'" : "";
  return near ? std::string("; did you mean ") + quote + *near + quote + "?" : std::string{};
}

}  // namespace ringside::base
