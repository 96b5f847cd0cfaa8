// emulator/racf/resources/rdefine.cpp - RDEFINE: defines profiles of general resources.
#include <fmt/format.h>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/add_creator.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/resource_operands.hpp"
#include "emulator/racf/rules.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::racf {
namespace {

/// Returns whether the profile is generic. A name with generic characters makes a discrete profile if generic
/// processing is not active for the class.
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

using Model = std::optional<database::Resource>;

/// Defines a profile with the values of the model, which the operands of the command override, and its access list.
void define_one(Context& context, const parser::Keyword& operands, const Model& model, database::Resource resource) {
  resource.generic = is_generic(context, resource.profile_class, resource.name);
  resource.created = context.now();
  apply_resource_operands(context, operands, resource);
  context.database().resources.put(resource);
  if (model) copy_access_list(context, *model, resource);
  add_creator(context, resource);
  store_resource_parts(context, operands, resource);
}

}  // namespace

Result<void> rdefine(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  const bool authorized = is_special(context) || has_class_authority(context, profile_class);
  if (!authorized && !rules::rdefine_refuses_each_profile) return refuse(MessageId::ich10202i, profile_class);
  const Result<std::string> owner = owner_or_issuer(context, operands);
  if (!owner) return refusal_of(owner);
  const Result<Model> model = model_profile(context, operands, profile_class, MessageId::rsd259i);
  if (!model) return refusal_of(model);
  database::Resource resource = model->value_or(database::Resource{});
  resource.profile_class = profile_class;
  resource.owner = *owner;
  bool defined = false;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    if (!authorized) {
      context.warn(MessageId::ich10103i, {name});
      continue;
    }
    if (context.database().resources.find(profile_class, name)) {
      context.warn(MessageId::ich10102i, {name, profile_class});
      continue;
    }
    resource.name = name;
    define_one(context, operands, *model, resource);
    defined = true;
  }
  if (defined) remind_of_refresh(context, MessageId::ich10006i, profile_class);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
