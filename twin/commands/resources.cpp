// twin/commands/resources.cpp - RDEFINE, RALTER, RDELETE, ADDSD, ALTDSD and DELDSD that lead from the profiles of a
// system to those of another.
#include "twin/commands/resources.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/profile_command.hpp"
#include "twin/commands/segment_text.hpp"

namespace ringside::twin {
namespace {

using database::Resource;

constexpr std::size_t members_of_one_command = 40;
constexpr const char* data_set_segment = "BASE";  // fields of data set profiles that other profiles do not have

/// The commands of a class.
struct ProfileCommands {
  const char *add, *alter, *remove;
};

ProfileCommands commands_of(const std::string& profile_class) {
  return profile_class == data_set_profiles ? ProfileCommands{"ADDSD", "ALTDSD", "DELDSD"}
                                            : ProfileCommands{"RDEFINE", "RALTER", "RDELETE"};
}

void add_text(const char* keyword, const std::string& present, const std::string& wanted,
              std::vector<std::string>& words) {
  if (present == wanted) return;
  words.push_back(wanted.empty() ? "NO" + std::string(keyword) : text_operand(keyword, wanted));
}

/// The operands that RDEFINE, RALTER, ADDSD and ALTDSD share.
void add_fields(Transition& transition, const Resource& present, const Resource& wanted,
                std::vector<std::string>& words) {
  if (present.owner != wanted.owner && transition.is_defined(wanted.owner))
    words.push_back(operand("OWNER", wanted.owner));
  if (present.uacc != wanted.uacc) words.push_back(operand("UACC", wanted.uacc));
  if (present.level != wanted.level) words.push_back(operand("LEVEL", std::to_string(wanted.level)));
  if (present.warning != wanted.warning) words.emplace_back(wanted.warning ? "WARNING" : "NOWARNING");
  if (wanted.profile_class != data_set_profiles)
    add_text("APPLDATA", present.application_data, wanted.application_data, words);
  add_text("DATA", present.data, wanted.data, words);
  if (present.notify != wanted.notify)
    words.push_back(wanted.notify.empty() ? "NONOTIFY" : operand("NOTIFY", wanted.notify));
  if (present.audit != wanted.audit) words.push_back(operand("AUDIT", wanted.audit));
}

/// ERASE and VOLUME of a data set profile, which are fields of a segment here; the others are set by ADDSD.
void add_data_set_fields(Transition& transition, const Resource& wanted, SegmentMap& now, SegmentMap& then,
                         std::vector<std::string>& words) {
  auto present = now[data_set_segment], fields = then[data_set_segment];
  now.erase(data_set_segment);
  then.erase(data_set_segment);
  if (present["ERASE"] != fields["ERASE"]) words.emplace_back(fields["ERASE"].empty() ? "NOERASE" : "ERASE");
  if (present["VOLUME"] != fields["VOLUME"] && !fields["VOLUME"].empty())
    words.push_back(operand("VOLUME", fields["VOLUME"]));
  if (!present.contains("GROUP")) return;
  for (const char* field : {"GROUP", "MODEL"})
    if (present[field] != fields[field])
      transition.remark(fmt::format("{}: {} is '{}' there and '{}' here; only ADDSD sets it", profile_phrase(wanted),
                                    field, fields[field], present[field]));
}

void add_profile_segments(Transition& transition, const char* command, const Resource& wanted,
                          std::vector<std::string>& words) {
  SegmentMap now = transition.now().segments.all(wanted.profile_class, wanted.name);
  SegmentMap then = transition.wanted().segments.all(wanted.profile_class, wanted.name);
  if (wanted.profile_class == data_set_profiles) add_data_set_fields(transition, wanted, now, then, words);
  const SegmentText text = segment_text(command, now, then);
  words.insert(words.end(), text.operands.begin(), text.operands.end());
  for (const std::string& field : text.left_out)
    transition.remark(fmt::format("{}: no operand of {} sets {}", profile_phrase(wanted), command, field));
}

/// A discrete profile needs its data set, or NOSET.
std::string existence_operand(Transition& transition, const Resource& wanted) {
  if (wanted.profile_class != data_set_profiles || wanted.generic) return {};
  const auto there = transition.wanted().segments.all(wanted.profile_class, wanted.name);
  const auto base = there.find(data_set_segment);
  if (base != there.end() && base->second.contains("MODEL")) return "MODEL";
  return transition.session().data_sets.find(wanted.name) ? "" : "NOSET";
}

void add_words(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty()) words.push_back(word);
}

bool define_profile(Transition& transition, const Resource& wanted) {
  const char* command = commands_of(wanted.profile_class).add;
  std::vector<std::string> words = {std::string(command) + " " + profile_operands(wanted)};
  add_words(words, generic_operand(wanted));
  add_words(words, existence_operand(transition, wanted));
  Resource fresh;
  fresh.uacc.clear();
  add_fields(transition, fresh, wanted, words);
  add_profile_segments(transition, command, wanted, words);
  return transition.run(base::join(words, " "));
}

void alter_profile(Transition& transition, const Resource& present, const Resource& wanted) {
  const char* command = commands_of(wanted.profile_class).alter;
  std::vector<std::string> words = {std::string(command) + " " + profile_operands(wanted)};
  add_fields(transition, present, wanted, words);
  add_profile_segments(transition, command, wanted, words);
  const bool changes = words.size() > 1;
  add_words(words, generic_operand(wanted));
  if (changes) transition.run(base::join(words, " "));
}

/// What one list of members has and the other does not; both are sorted.
std::vector<std::string> only_in(const std::vector<std::string>& list, const std::vector<std::string>& other) {
  std::vector<std::string> only;
  std::set_difference(list.begin(), list.end(), other.begin(), other.end(), std::back_inserter(only));
  return only;
}

void change_members(Transition& transition, const Resource& wanted) {
  auto now = transition.now().resources.members(wanted.profile_class, wanted.name);
  auto then = transition.wanted().resources.members(wanted.profile_class, wanted.name);
  std::sort(now.begin(), now.end());
  std::sort(then.begin(), then.end());
  for (const std::string& list : item_lists(only_in(then, now), members_of_one_command))
    transition.run(fmt::format("RALTER {} ADDMEM({})", profile_operands(wanted), list));
  for (const std::string& list : item_lists(only_in(now, then), members_of_one_command))
    transition.run(fmt::format("RALTER {} DELMEM({})", profile_operands(wanted), list));
}

void remark_generic(Transition& transition, const Resource& wanted) {
  const auto present = transition.now().resources.find(wanted.profile_class, wanted.name);
  if (present && present->generic != wanted.generic)
    transition.remark(
        fmt::format("{} is {} there and {} here: it was defined while generic processing of the class "
                    "was {}",
                    profile_phrase(wanted), wanted.generic ? "generic" : "discrete",
                    present->generic ? "generic" : "discrete", wanted.generic ? "on" : "off"));
}

}  // namespace

void put_profiles(Transition& transition, const std::string& profile_class) {
  for (const Resource& wanted : transition.wanted().resources.all(profile_class)) {
    const auto present = transition.now().resources.find(profile_class, wanted.name);
    if (present)
      alter_profile(transition, *present, wanted);
    else if (!define_profile(transition, wanted))
      continue;
    change_members(transition, wanted);
    remark_generic(transition, wanted);
  }
}

void delete_profiles(Transition& transition, const std::string& profile_class) {
  for (const Resource& present : transition.now().resources.all(profile_class)) {
    if (transition.wanted().resources.find(profile_class, present.name)) continue;
    const std::string generic = generic_operand(present);
    transition.run(fmt::format("{} {}{}{}", commands_of(profile_class).remove, profile_operands(present),
                               generic.empty() ? "" : " ", generic));
  }
}

}  // namespace ringside::twin
