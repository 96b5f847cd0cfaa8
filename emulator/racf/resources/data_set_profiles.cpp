// emulator/racf/resources/data_set_profiles.cpp - ADDSD, ALTDSD, DELDSD, LISTDSD: data set profiles. They are stored
// and listed, and protect nothing: every user may access every data set of a lab.
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/resource_operands.hpp"

namespace ringside::racf {
namespace {

constexpr const char* data_set_class = "DATASET";

std::vector<std::string> names_in(Context& context, const parser::Keyword* operand) {
  std::vector<std::string> names;
  if (operand == nullptr) return names;
  for (const parser::Value& value : operand->values)
    names.push_back(host::qualify(value.text, value.quoted, context.prefix()));
  return names;
}

/// All users may change the profiles below their own user ID. Others need to be the owner or SPECIAL.
bool may_change(Context& context, const std::string& name, const std::string& owner) {
  return name.starts_with(context.user() + ".") || administers(context, owner);
}

void note_no_protection(Context& context, const parser::Command& command) {
  context.diagnose(command.name + ": data set profiles are kept and listed by name; they protect nothing here");
}

/// Returns whether a discrete profile is for a data set that does not exist. MODEL, NOSET and SETONLY need none.
bool is_missing(Context& context, const parser::Keyword& operands, const std::string& name, bool generic) {
  if (generic || operands.has("MODEL") || operands.has("NOSET") || operands.has("SETONLY")) return false;
  return !context.session().data_sets.find(name);
}

/// Returns the profile, or nullopt after printing why it cannot be changed.
std::optional<database::Resource> changeable(Context& context, const std::string& name, MessageId missing) {
  auto profile = context.database().resources.find(data_set_class, name);
  if (!profile) {
    context.warn(missing, {name});
  } else if (!may_change(context, name, profile->owner)) {
    context.warn(MessageId::rsd258i, {context.user(), name, data_set_class});
    return std::nullopt;
  }
  return profile;
}

void add_one(Context& context, const parser::Keyword& operands, const std::string& name, const std::string& owner) {
  const bool generic = operands.has("GENERIC") || has_generic_characters(name);
  if (context.database().resources.find(data_set_class, name)) {
    context.warn(MessageId::rsd262i, {name});
  } else if (!may_change(context, name, "")) {
    context.warn(MessageId::rsd258i, {context.user(), name, data_set_class});
  } else if (is_missing(context, operands, name, generic)) {
    context.warn(MessageId::ich09005i, {name});
  } else {
    database::Resource profile;
    profile.profile_class = data_set_class;
    profile.name = name;
    profile.generic = generic;
    profile.owner = owner;
    profile.created = context.now();
    apply_resource_operands(context, operands, profile);
    context.database().resources.put(profile);
  }
}

}  // namespace

Result<void> add_data_set_profile(Context& context, const parser::Command& command) {
  const Result<std::string> owner = owner_or_issuer(context, command.operands);
  if (!owner) return refusal_of(owner);
  for (const std::string& name : names_in(context, command.operands.find("PROFILE")))
    add_one(context, command.operands, name, *owner);
  note_no_protection(context, command);
  remark_unused_operands(context, command);
  return {};
}

Result<void> alter_data_set_profile(Context& context, const parser::Command& command) {
  const auto owner = owner_if_given(context, command.operands);
  if (!owner) return refusal_of(owner);
  for (const std::string& name : names_in(context, command.operands.find("PROFILE"))) {
    auto profile = changeable(context, name, MessageId::ich22001i);
    if (!profile) continue;
    profile->owner = owner->value_or(profile->owner);
    apply_resource_operands(context, command.operands, *profile);
    context.database().resources.put(*profile);
  }
  note_no_protection(context, command);
  remark_unused_operands(context, command);
  return {};
}

Result<void> delete_data_set_profile(Context& context, const parser::Command& command) {
  for (const std::string& name : names_in(context, command.operands.find("PROFILE")))
    if (changeable(context, name, MessageId::ich09020i)) context.database().resources.remove(data_set_class, name);
  remark_unused_operands(context, command);
  return {};
}

Result<void> list_data_set_profile(Context& context, const parser::Command& command) {
  std::vector<std::string> names = names_in(context, command.operands.find("DATASET"));
  std::vector<std::string> prefixes = texts(command.operands.find("PREFIX"));
  if (names.empty() && prefixes.empty()) prefixes.push_back(context.user());
  for (const std::string& prefix : prefixes)
    for (const database::Resource& profile : context.database().resources.all(data_set_class))
      if (profile.name.starts_with(prefix + ".")) names.push_back(profile.name);
  if (names.empty()) context.warn(MessageId::ich35003i, {base::join(prefixes, " ")});
  for (const std::string& name : names) {
    const auto profile = context.database().resources.find(data_set_class, name);
    if (!profile) {
      context.warn(MessageId::ich35003i, {name});
    } else if (!may_change(context, name, profile->owner) &&
               access_by(context, context.user(), *profile) < AccessLevel::read) {
      context.warn(MessageId::ich35002i, {name});
    } else {
      context.warn(MessageId::rsd263i, {name + (profile->generic ? " (G)" : ""), profile->owner, profile->uacc});
    }
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
