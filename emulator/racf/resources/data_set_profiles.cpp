// emulator/racf/resources/data_set_profiles.cpp - ADDSD, ALTDSD, DELDSD: data set profiles. They are stored
// and listed, and protect nothing: every user may access every data set of a lab.
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/add_creator.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/resource_operands.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/connection_operands.hpp"

namespace ringside::racf {
namespace {

/// All users may change the profiles below their own user ID. Others need to be the owner or SPECIAL.
bool may_change(Context& context, const std::string& name, const std::string& owner) {
  return is_data_set_of(name, context.user()) || administers(context, owner);
}

void note_no_protection(Context& context, const parser::Command& command) {
  context.diagnose(command.name + ": data set profiles are kept and listed; they protect nothing here");
}

/// Returns whether a discrete profile is for a data set that does not exist. MODEL, NOSET and SETONLY need none.
bool is_missing(Context& context, const parser::Keyword& operands, const std::string& name, bool generic) {
  if (generic || operands.has("MODEL") || operands.has("NOSET") || operands.has("SETONLY")) return false;
  return !context.session().data_sets.find(name);
}

/// Returns the profile, or nullopt after printing why it cannot be changed.
std::optional<database::Resource> changeable(Context& context, const std::string& name, MessageId missing,
                                             MessageId unauthorized) {
  auto profile = context.database().resources.find(data_set_class, name);
  if (!profile) {
    context.warn(missing, {name});
  } else if (!may_change(context, name, profile->owner)) {
    context.warn(unauthorized, {name});
    return std::nullopt;
  }
  return profile;
}

/// Stores ERASE, VOLUME and the segments.
void apply_data_set_operands(Context& context, const parser::Keyword& operands, const std::string& name) {
  if (operands.has("ERASE")) put_data_set_field(context, name, "ERASE", "YES");
  if (operands.has("NOERASE")) put_data_set_field(context, name, "ERASE", "");
  if (operands.has("VOLUME")) put_data_set_field(context, name, "VOLUME", operands.value_of("VOLUME"));
  store_segments(context, operands, data_set_class, name);
}

void add_one(Context& context, const parser::Keyword& operands, const std::string& name, const std::string& owner) {
  const bool generic = operands.has("GENERIC") || has_generic_characters(name);
  if (context.database().resources.find(data_set_class, name)) {
    context.warn(MessageId::rsd262i, {name});
  } else if (!may_change(context, name, "")) {
    context.warn(MessageId::rsd258i, {name});
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
    put_data_set_field(context, name, "GROUP", group_operand(context, operands, ""));
    put_data_set_field(context, name, "MODEL", operands.has("MODEL") ? "YES" : "");
    apply_data_set_operands(context, operands, name);
    // The user of the first qualifier has ALTER access by it.
    if (!is_data_set_of(name, context.user())) add_creator(context, profile);
  }
}

/// The user of the first qualifier may change a profile, but not the owner of it.
void alter_data_set_owner(Context& context, const parser::Keyword& operands, database::Resource& profile) {
  if (operands.has("OWNER") && !administers(context, profile.owner)) {
    context.warn(MessageId::ich22002i);
  } else {
    profile.owner = altered_owner(context, operands, profile.owner, MessageId::ich22006i);
  }
}

}  // namespace

Result<void> add_data_set_profile(Context& context, const parser::Command& command) {
  const Result<std::string> owner = owner_or_issuer(context, command.operands, {MessageId::ich09007i});
  if (!owner) return refusal_of(owner);
  for (const std::string& name : data_set_operands(context, command.operands.find("PROFILE")))
    add_one(context, command.operands, name, *owner);
  note_no_protection(context, command);
  remark_unused_operands(context, command);
  return {};
}

Result<void> alter_data_set_profile(Context& context, const parser::Command& command) {
  for (const std::string& name : data_set_operands(context, command.operands.find("PROFILE"))) {
    auto profile = changeable(context, name, MessageId::ich22001i, MessageId::ich22005i);
    if (!profile) continue;
    alter_data_set_owner(context, command.operands, *profile);
    apply_resource_operands(context, command.operands, *profile);
    context.database().resources.put(*profile);
    apply_data_set_operands(context, command.operands, name);
  }
  note_no_protection(context, command);
  remark_unused_operands(context, command);
  return {};
}

Result<void> delete_data_set_profile(Context& context, const parser::Command& command) {
  for (const std::string& name : data_set_operands(context, command.operands.find("PROFILE"))) {
    if (!changeable(context, name, MessageId::ich09020i, MessageId::rsd258i)) continue;
    context.database().resources.remove(data_set_class, name);
    context.database().segments.remove_all(data_set_class, name);
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
