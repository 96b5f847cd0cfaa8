// emulator/racf/resources/generic_names.cpp - which resources a generic profile name covers, and which profile protects
// a resource.
#include "emulator/racf/resources/generic_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ringside::racf {
namespace {

/// Matches a pattern against a name, from the end of the pattern to its start: for each place in the pattern, from
/// which places of the name on the rest matches. The time is at most the product of both lengths.
class Matcher {
 public:
  Matcher(std::string_view pattern, std::string_view name) : pattern_(pattern), name_(name) {}

  bool matches() {
    for (std::size_t at = pattern_.size() + 1; at-- > 0;) {
      for (std::size_t row = kept_rows - 1; row > 0; --row) std::swap(rows_[row], rows_[row - 1]);
      rows_[0].assign(name_.size() + 1, false);
      fill(at);
    }
    return rows_[0][0];
  }

 private:
  using Row = std::vector<bool>;
  static constexpr std::size_t kept_rows = 4;  // "**." looks three places ahead

  void fill(std::size_t at) {
    const std::string_view rest = pattern_.substr(at);
    if (rest.empty()) {
      rows_[0][name_.size()] = true;
      return;
    }
    if (rest == "**" || rest == "*") return rows_[0].assign(name_.size() + 1, true);
    if (rest.substr(0, 3) == "**.") return any_qualifiers();
    if (rest.front() == '*') return any_characters();
    for (std::size_t in = 0; in < name_.size(); ++in)
      rows_[0][in] = (rest.front() == '%' ? name_[in] != '.' : rest.front() == name_[in]) && rows_[1][in + 1];
    if (rest == ".**") rows_[0][name_.size()] = true;
  }

  void any_qualifiers() {
    bool after_period = false;  // the rest matches at the start of a later qualifier
    for (std::size_t in = name_.size() + 1; in-- > 0;) {
      if (in < name_.size() && name_[in] == '.') after_period = rows_[0][in + 1];
      rows_[0][in] = rows_[3][in] || after_period;
    }
  }

  void any_characters() {
    for (std::size_t in = name_.size() + 1; in-- > 0;)
      rows_[0][in] = rows_[1][in] || (in < name_.size() && name_[in] != '.' && rows_[0][in + 1]);
  }

  std::string_view pattern_;
  std::string_view name_;
  std::array<Row, kept_rows> rows_;  ///< of this place of the pattern and the next three
};

/// The pattern with runs of more than three asterisks cut to three, which match the same. Returns nullopt if it has
/// more other characters than the name, apart from a period at each "**", so that it cannot match.
std::optional<std::string> bounded(std::string_view pattern, std::size_t name_size) {
  std::string shorter;
  std::size_t needed = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    const std::string_view before =
        std::string_view(shorter).substr(shorter.size() - std::min<std::size_t>(3, shorter.size()));
    if (c == '*' && before == "***") continue;
    const bool may_vanish = c == '.' && (before.ends_with("**") || pattern.substr(at) == ".**");
    if (c != '*' && !may_vanish && ++needed > name_size) return std::nullopt;
    shorter += c;
  }
  return shorter;
}

/// Returns 0 for a literal character, then rising for %, *, **, and the end of the name, which is the least specific.
int rank(std::string_view name, std::size_t at) {
  if (at >= name.size()) return 4;
  if (name.substr(at, 2) == "**") return 3;
  if (name[at] == '*') return 2;
  return name[at] == '%' ? 1 : 0;
}

}  // namespace

bool has_generic_characters(const std::string& name) {
  return name.find_first_of("%*&") != std::string::npos;
}

bool generic_matches(const std::string& pattern, const std::string& name) {
  const auto shorter = bounded(pattern, name.size());
  return shorter && Matcher(*shorter, name).matches();
}

bool more_specific(const std::string& left, const std::string& right) {
  for (std::size_t at = 0; at < std::max(left.size(), right.size()); ++at) {
    const int of_left = rank(left, at);
    const int of_right = rank(right, at);
    if (of_left != of_right) return of_left < of_right;
    if (left[at] != right[at]) return left[at] < right[at];
  }
  return false;
}

std::optional<database::Resource> covering_profile(const std::vector<database::Resource>& profiles,
                                                   const std::string& resource, bool with_generics) {
  const database::Resource* best = nullptr;
  for (const database::Resource& profile : profiles) {
    if (!profile.generic && profile.name == resource) return profile;
    if (!profile.generic || !with_generics || !generic_matches(profile.name, resource)) continue;
    if (best == nullptr || more_specific(profile.name, best->name)) best = &profile;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace ringside::racf
