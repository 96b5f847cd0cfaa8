// emulator/racf/resources/data_set_profiles.cpp - ADDSD, ALTDSD, DELDSD, LISTDSD: data set profiles, which are kept and
// protect nothing here: the data sets of a lab are everybody's.
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/resources/resource_operands.hpp"

namespace ringside::racf {
namespace {

constexpr const char* data_set_class = "DATASET";

std::vector<std::string> names_in(Context& context, const parser::Keyword* operand) {
  std::vector<std::string> names;
  if (operand == nullptr) return names;
  for (const parser::Value& value : operand->values)
    names.push_back(host::qualify(value.text, value.quoted, context.user()));
  return names;
}

/// Everyone has the profiles below his own user ID; the rest is for the owner and SPECIAL.
bool may_change(Context& context, const std::string& name, const std::string& owner) {
  return name.starts_with(context.user() + ".") || administers(context, owner);
}

void note_no_protection(Context& context, const parser::Command& command) {
  context.diagnose(command.name + ": data set profiles are kept and listed by name; they protect nothing here");
}

/// A discrete profile is for a data set that is there (unless it is a model, or only the profile is wanted).
bool is_missing(Context& context, const parser::Keyword& operands, const std::string& name, bool generic) {
  if (generic || operands.has("MODEL") || operands.has("NOSET") || operands.has("SETONLY")) return false;
  return !context.session().data_sets.find(name);
}

std::optional<database::Resource> changeable(Context& context, const std::string& name, MessageId missing) {
  auto profile = context.database().resources.find(data_set_class, name);
  if (!profile) {
    warn(context, missing, {name});
  } else if (!may_change(context, name, profile->owner)) {
    warn(context, MessageId::rsd258i, {context.user(), name, data_set_class});
    return std::nullopt;
  }
  return profile;
}

void add_one(Context& context, const parser::Keyword& operands, const std::string& name, const std::string& owner) {
  const bool generic = operands.has("GENERIC") || has_generic_characters(name);
  if (context.database().resources.find(data_set_class, name)) {
    warn(context, MessageId::rsd262i, {name});
  } else if (!may_change(context, name, "")) {
    warn(context, MessageId::rsd258i, {context.user(), name, data_set_class});
  } else if (is_missing(context, operands, name, generic)) {
    warn(context, MessageId::ich09005i, {name});
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
  const Result<std::string> owner = owner_operand(context, command.operands);
  if (!owner) return tl::make_unexpected(owner.error());
  for (const std::string& name : names_in(context, command.operands.find("PROFILE")))
    add_one(context, command.operands, name, *owner);
  note_no_protection(context, command);
  diagnose_others(context, command);
  return {};
}

Result<void> alter_data_set_profile(Context& context, const parser::Command& command) {
  const Result<std::string> owner = owner_operand(context, command.operands);
  if (!owner) return tl::make_unexpected(owner.error());
  for (const std::string& name : names_in(context, command.operands.find("PROFILE"))) {
    auto profile = changeable(context, name, MessageId::ich22001i);
    if (!profile) continue;
    if (command.operands.has("OWNER")) profile->owner = *owner;
    apply_resource_operands(context, command.operands, *profile);
    context.database().resources.put(*profile);
  }
  note_no_protection(context, command);
  diagnose_others(context, command);
  return {};
}

Result<void> delete_data_set_profile(Context& context, const parser::Command& command) {
  for (const std::string& name : names_in(context, command.operands.find("PROFILE")))
    if (changeable(context, name, MessageId::ich09020i)) context.database().resources.remove(data_set_class, name);
  diagnose_others(context, command);
  return {};
}

Result<void> list_data_set_profile(Context& context, const parser::Command& command) {
  std::vector<std::string> names = names_in(context, command.operands.find("DATASET"));
  std::vector<std::string> prefixes = texts(command.operands.find("PREFIX"));
  if (names.empty() && prefixes.empty()) prefixes.push_back(context.user());
  for (const std::string& prefix : prefixes)
    for (const database::Resource& profile : context.database().resources.all(data_set_class))
      if (profile.name.starts_with(prefix + ".")) names.push_back(profile.name);
  if (names.empty()) warn(context, MessageId::ich35003i, {base::join(prefixes, " ")});
  for (const std::string& name : names) {
    const auto profile = context.database().resources.find(data_set_class, name);
    if (!profile) {
      warn(context, MessageId::ich35003i, {name});
    } else if (!may_change(context, name, profile->owner) &&
               access_by(context, context.user(), *profile) < AccessLevel::read) {
      warn(context, MessageId::ich35002i, {name});
    } else {
      warn(context, MessageId::rsd263i, {name + (profile->generic ? " (G)" : ""), profile->owner, profile->uacc});
    }
  }
  diagnose_others(context, command);
  return {};
}

}  // namespace ringside::racf
