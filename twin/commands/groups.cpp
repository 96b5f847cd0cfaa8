// twin/commands/groups.cpp - ADDGROUP, ALTGROUP and DELGROUP that lead from the groups of a system to those of another.
#include "twin/commands/groups.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/segment_text.hpp"
#include "twin/commands/unix_numbers.hpp"

namespace ringside::twin {
namespace {

using database::Group;

using GroupsByName = std::map<std::string, Group>;

GroupsByName by_name(const database::Groups& groups) {
  GroupsByName named;
  for (const Group& group : groups.all()) named.emplace(group.name, group);
  return named;
}

/// The number of groups above it. A circle of superior groups, which a damaged unload may have, counts as deepest.
std::size_t depth_of(const GroupsByName& groups, const std::string& name) {
  std::size_t depth = 0;
  for (std::string at = name; !at.empty() && depth <= groups.size(); ++depth) {
    const auto found = groups.find(at);
    at = found == groups.end() ? std::string{} : found->second.superior;
  }
  return depth;
}

/// The names, those at the top of the tree first.
std::vector<std::string> from_the_top(const GroupsByName& groups) {
  std::vector<std::pair<std::size_t, std::string>> ordered;
  for (const auto& [name, group] : groups) ordered.emplace_back(depth_of(groups, name), name);
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> names;
  for (auto& [depth, name] : ordered) names.push_back(std::move(name));
  return names;
}

void add_segments(Transition& transition, std::string_view command, const Group& group,
                  std::vector<std::string>& words) {
  auto wanted = transition.wanted().segments.all("GROUP", group.name);
  const auto present = transition.now().segments.all("GROUP", group.name);
  const SegmentText text = segment_text(command, present, wanted, shared_number(transition, "GROUP", wanted));
  words.insert(words.end(), text.operands.begin(), text.operands.end());
  for (const std::string& field : text.left_out)
    transition.remark(fmt::format("group {}: no operand of {} sets {}", group.name, command, field));
}

void add_missing_group(Transition& transition, const Group& group) {
  std::vector<std::string> words = {"ADDGROUP " + group.name};
  if (!group.superior.empty()) words.push_back(operand("SUPGROUP", group.superior));
  if (transition.is_defined(group.owner)) words.push_back(operand("OWNER", group.owner));
  if (!group.data.empty()) words.push_back(text_operand("DATA", group.data));
  for (const char* attribute : {"NOTERMUACC", "UNIVERSAL"})
    if (group.attributes.contains(attribute)) words.emplace_back(attribute);
  add_segments(transition, "ADDGROUP", group, words);
  transition.run(base::join(words, " "));
}

void alter_group(Transition& transition, const Group& present, const Group& group) {
  std::vector<std::string> words = {"ALTGROUP " + group.name};
  if (present.superior != group.superior && !group.superior.empty())
    words.push_back(operand("SUPGROUP", group.superior));
  if (present.owner != group.owner && transition.is_defined(group.owner))
    words.push_back(operand("OWNER", group.owner));
  if (present.data != group.data) words.push_back(group.data.empty() ? "NODATA" : text_operand("DATA", group.data));
  const bool terminals = !group.attributes.contains("NOTERMUACC");
  if (present.attributes.contains("NOTERMUACC") == terminals) words.emplace_back(terminals ? "TERMUACC" : "NOTERMUACC");
  add_segments(transition, "ALTGROUP", group, words);
  if (words.size() > 1) transition.run(base::join(words, " "));
  if (present.attributes.contains("UNIVERSAL") != group.attributes.contains("UNIVERSAL"))
    transition.remark(fmt::format("group {}: UNIVERSAL is given by ADDGROUP only", group.name));
}

}  // namespace

void add_groups(Transition& transition) {
  const GroupsByName wanted = by_name(transition.wanted().groups);
  for (const std::string& name : from_the_top(wanted))
    if (!transition.now().groups.find(name)) add_missing_group(transition, wanted.at(name));
}

void alter_groups(Transition& transition) {
  const GroupsByName wanted = by_name(transition.wanted().groups);
  for (const std::string& name : from_the_top(wanted))
    if (const auto present = transition.now().groups.find(name)) alter_group(transition, *present, wanted.at(name));
}

void delete_groups(Transition& transition) {
  const GroupsByName present = by_name(transition.now().groups);
  const GroupsByName wanted = by_name(transition.wanted().groups);
  std::vector<std::string> names = from_the_top(present);
  std::reverse(names.begin(), names.end());
  for (const std::string& name : names)
    if (!wanted.contains(name)) transition.run("DELGROUP " + name);
}

}  // namespace ringside::twin
