// emulator/racf/resources/generic_names.cpp - which resources a generic profile name covers, and which profile protects
// a resource.
#include "emulator/racf/resources/generic_names.hpp"

#include <algorithm>
#include <string_view>

namespace ringside::racf {
namespace {

/// Matches a pattern against a name. Remembers each pair of positions that failed, so that the time is at most the
/// product of both lengths, even with many asterisks.
class Matcher {
 public:
  Matcher(std::string_view pattern, std::string_view name)
      : pattern_(pattern), name_(name), failed_((pattern.size() + 1) * (name.size() + 1), false) {}

  bool matches(std::size_t at, std::size_t in) {
    const std::size_t pair = at * (name_.size() + 1) + in;
    if (failed_[pair]) return false;
    const bool found = try_at(at, in);
    failed_[pair] = !found;
    return found;
  }

 private:
  bool try_at(std::size_t at, std::size_t in) {
    const std::string_view rest = pattern_.substr(at);
    if (rest.empty()) return in == name_.size();
    if (rest == "**" || rest == "*") return true;
    if (rest == ".**" && in == name_.size()) return true;
    if (rest.substr(0, 3) == "**.") return any_qualifiers(at + 3, in);
    if (rest.front() == '*') return any_characters(at + 1, in);
    if (in == name_.size()) return false;
    if (rest.front() == '%' ? name_[in] == '.' : rest.front() != name_[in]) return false;
    return matches(at + 1, in + 1);
  }

  bool any_qualifiers(std::size_t at, std::size_t in) {
    while (true) {
      if (matches(at, in)) return true;
      const std::size_t period = name_.find('.', in);
      if (period == std::string_view::npos) return false;
      in = period + 1;
    }
  }

  bool any_characters(std::size_t at, std::size_t in) {
    while (true) {
      if (matches(at, in)) return true;
      if (in == name_.size() || name_[in] == '.') return false;
      ++in;
    }
  }

  std::string_view pattern_;
  std::string_view name_;
  std::vector<bool> failed_;
};

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
  return Matcher(pattern, name).matches(0, 0);
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
