// twin/commands/access_lists.cpp - PERMIT that leads from the access lists of a system to those of another.
#include "twin/commands/access_lists.hpp"

#include <map>

#include <fmt/format.h>

#include "twin/commands/command_text.hpp"
#include "twin/commands/profile_command.hpp"

namespace ringside::twin {
namespace {

using database::Access;
using database::Resource;

using Grants = std::map<std::string, std::string>;

constexpr std::size_t ids_of_one_command = 40;

Grants grants_of(const std::vector<Access>& list) {
  Grants grants;
  for (const Access& entry : list) grants.emplace(entry.id, entry.access);
  return grants;
}

/// The start of PERMIT for the profile.
std::string permit_start(const Resource& profile) {
  const std::string generic = generic_operand(profile);
  if (profile.profile_class == data_set_profiles)
    return "PERMIT " + in_quotes(profile.name) + (generic.empty() ? "" : " ") + generic;
  return fmt::format("PERMIT {} CLASS({})", positional_operand(profile.name), profile.profile_class);
}

/// Grants access in the order of the list, so that entries of the same access stand together.
void grant(Transition& transition, const Resource& profile) {
  const Grants present = grants_of(transition.now().resources.access_list(profile.profile_class, profile.name));
  std::vector<std::pair<std::string, std::vector<std::string>>> runs;
  for (const Access& entry : transition.wanted().resources.access_list(profile.profile_class, profile.name)) {
    const auto found = present.find(entry.id);
    if (found != present.end() && found->second == entry.access) continue;
    if (entry.id != "*" && !transition.is_defined(entry.id)) {
      transition.remark(fmt::format("{}: {} has {} access there, but is no user and no group", profile_phrase(profile),
                                    entry.id, entry.access));
      continue;
    }
    if (runs.empty() || runs.back().first != entry.access) runs.push_back({entry.access, {}});
    runs.back().second.push_back(entry.id);
  }
  for (const auto& [access, ids] : runs)
    for (const std::string& list : item_lists(ids, ids_of_one_command))
      transition.run(fmt::format("{} ID({}) ACCESS({})", permit_start(profile), list, access));
}

void withdraw(Transition& transition, const Resource& profile) {
  const Grants wanted = grants_of(transition.wanted().resources.access_list(profile.profile_class, profile.name));
  std::vector<std::string> ids;
  for (const Access& entry : transition.now().resources.access_list(profile.profile_class, profile.name))
    if (!wanted.contains(entry.id)) ids.push_back(entry.id);
  for (const std::string& list : item_lists(ids, ids_of_one_command))
    transition.run(fmt::format("{} ID({}) DELETE", permit_start(profile), list));
}

}  // namespace

void grant_access(Transition& transition, const std::string& profile_class) {
  for (const Resource& profile : transition.wanted().resources.all(profile_class))
    if (transition.now().resources.find(profile_class, profile.name)) grant(transition, profile);
}

void withdraw_access(Transition& transition, const std::string& profile_class) {
  for (const Resource& profile : transition.wanted().resources.all(profile_class))
    if (transition.now().resources.find(profile_class, profile.name)) withdraw(transition, profile);
}

}  // namespace ringside::twin
