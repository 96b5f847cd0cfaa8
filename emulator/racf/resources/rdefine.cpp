// emulator/racf/resources/rdefine.cpp - RDEFINE: new profiles of general resources.
#include <fmt/format.h>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/resource_operands.hpp"

namespace ringside::racf {
namespace {

/// SPECIAL, or CLAUTH in the class.
bool may_define(Context& context, const std::string& profile_class) {
  if (is_special(context)) return true;
  const auto issuer = context.database().users.find(context.user());
  return issuer && issuer->attributes.contains("CLAUTH(" + profile_class + ")");
}

/// A name with generic characters makes a discrete profile while generic processing is off for the class.
bool is_generic(Context& context, const std::string& profile_class, const std::string& name) {
  if (!has_generic_characters(name)) return false;
  if (name.find('&') != std::string::npos)
    context.diagnose(
        fmt::format("RACF variables (class RACFVARS) are not emulated: {} covers no resource by them", name));
  if (takes_generics(context, profile_class)) return true;
  context.diagnose(fmt::format(
      "generic profile processing is not active for class {}: {} is a discrete profile and covers no other resource; "
      "SETROPTS GENERIC({}) comes first",
      profile_class, name, profile_class));
  return false;
}

/// FROM: the model's operands, which those of the command override.
Result<database::Resource> new_profile(Context& context, const parser::Keyword& operands,
                                       const std::string& profile_class) {
  database::Resource resource;
  if (operands.has("FROM")) {
    const std::string model_class = operands.has("FCLASS") ? operands.value_of("FCLASS") : profile_class;
    const auto model = context.database().resources.find(model_class, operands.value_of("FROM"));
    if (!model) return refuse(MessageId::rsd259i, operands.value_of("FROM"), model_class);
    resource = *model;
  }
  resource.profile_class = profile_class;
  resource.created = context.now();
  return resource;
}

void copy_access(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  if (!operands.has("FROM")) return;
  const std::string model_class = operands.has("FCLASS") ? operands.value_of("FCLASS") : resource.profile_class;
  for (const auto& access : context.database().resources.access_list(model_class, operands.value_of("FROM")))
    context.database().resources.permit(resource.profile_class, resource.name, access);
}

void define_one(Context& context, const parser::Keyword& operands, database::Resource resource,
                const std::string& name) {
  resource.name = name;
  resource.generic = is_generic(context, resource.profile_class, name);
  apply_resource_operands(context, operands, resource);
  context.database().resources.put(resource);
  copy_access(context, operands, resource);
  store_resource_parts(context, operands, resource);
}

}  // namespace

Result<void> rdefine(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  if (!may_define(context, profile_class)) return refuse(MessageId::ich10202i, profile_class);
  const Result<std::string> owner = owner_operand(context, operands);
  if (!owner) return tl::make_unexpected(owner.error());
  Result<database::Resource> resource = new_profile(context, operands, profile_class);
  if (!resource) return tl::make_unexpected(resource.error());
  resource->owner = *owner;
  bool defined = false;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    if (context.database().resources.find(profile_class, name)) {
      warn(context, MessageId::ich10102i, {name, profile_class});
      continue;
    }
    define_one(context, operands, *resource, name);
    defined = true;
  }
  if (defined) remind_of_refresh(context, MessageId::ich10006i, profile_class);
  diagnose_others(context, command);
  return {};
}

}  // namespace ringside::racf
