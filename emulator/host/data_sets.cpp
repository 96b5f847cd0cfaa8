// emulator/host/data_sets.cpp - names of data sets, and the search for them.
#include "emulator/host/data_sets.hpp"

#include <algorithm>

#include "base/data_set_name.hpp"
#include "base/text.hpp"

namespace ringside::host {
namespace {

bool matches(const std::string& pattern, const std::string& name) {
  const auto wanted = base::split(pattern, '.');
  const auto parts = base::split(name, '.');
  return wanted.size() == parts.size() &&
         std::equal(wanted.begin(), wanted.end(), parts.begin(),
                    [](const std::string& want, const std::string& part) { return want == "*" || want == part; });
}

}  // namespace

std::optional<DataSet> DataSets::format_of(const std::string& name) const {
  const auto member = base::member_name(name);
  return find(member ? member->library : name);
}

std::vector<std::string> DataSets::matching(const std::string& pattern) const {
  std::vector<std::string> found = names();
  std::erase_if(found, [&](const std::string& name) { return !matches(pattern, name); });
  return found;
}

std::vector<std::string> DataSets::below(const std::string& level) const {
  std::vector<std::string> found = names();
  const std::size_t depth = base::split(level, '.').size();
  std::erase_if(found, [&](const std::string& name) {
    auto parts = base::split(name, '.');
    if (parts.size() <= depth) return true;
    parts.resize(depth);
    return !matches(level, base::join(parts, "."));
  });
  return found;
}

std::string qualify(std::string_view name, bool quoted, std::string_view prefix) {
  const std::string upper = base::upper(name);
  return quoted || prefix.empty() ? upper : base::upper(prefix) + "." + upper;
}

}  // namespace ringside::host
