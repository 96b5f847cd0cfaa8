// emulator/racf/resources/permit.cpp - PERMIT: the access list of a profile.

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/resource_operands.hpp"
#include "emulator/racf/users/unknown_user.hpp"

namespace ringside::racf {
namespace {

Result<void> apply_model(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  const auto model = model_profile(context, operands, resource.profile_class, MessageId::ich06004i);
  if (!model) return refusal_of(model);
  if (*model) copy_access_list(context, **model, resource);
  return {};
}

void withdraw(Context& context, const database::Resource& resource, const std::string& id) {
  if (!context.database().resources.withdraw(resource.profile_class, resource.name, id))
    context.warn(MessageId::ich06002i, {base::pad_right(id, 8)});
}

void grant(Context& context, const database::Resource& resource, const std::string& id, const std::string& access) {
  if (id != "*" && !is_defined(context, id)) {
    context.warn(MessageId::ich06007i, {id});
    remark_unknown_user(context, id);
    return;
  }
  context.database().resources.permit(resource.profile_class, resource.name, {id, access});
}

/// Applies ID with ACCESS or DELETE. The access is READ if neither is given.
void apply_ids(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  const std::string access = operands.has("ACCESS") ? operands.value_of("ACCESS") : "READ";
  for (const std::string& id : texts(operands.find("ID"))) {
    if (operands.has("DELETE")) {
      withdraw(context, resource, id);
    } else {
      grant(context, resource, id, access);
    }
  }
}

Result<database::Resource> permitted_profile(Context& context, const parser::Command& command) {
  std::string name = command.operands.value_of("PROFILE");
  const bool data_set = !command.operands.has("CLASS") || command.operands.value_of("CLASS") == "DATASET";
  const std::string profile_class = data_set ? "DATASET" : command.operands.value_of("CLASS");
  if (data_set)
    name = host::qualify(name, command.operands.find("PROFILE")->values.front().quoted, context.prefix());
  else if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable)
    return refusal_of(usable);
  auto resource = context.database().resources.find(profile_class, name);
  if (!resource) return refuse(MessageId::ich06004i, name);
  if (!administers(context, *resource)) return refuse(MessageId::ich06006i, name);
  return *resource;
}

}  // namespace

Result<void> permit(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const Result<database::Resource> resource = permitted_profile(context, command);
  if (!resource) return refusal_of(resource);
  remark_unused_operands(context, command);
  // A conditional entry is not stored: without its condition it would grant more than the command says.
  if (operands.has("WHEN")) return {};
  if (operands.has("RESET") && operands.value_of("RESET") != "WHEN")
    context.database().resources.clear_access(resource->profile_class, resource->name);
  if (auto copied = apply_model(context, operands, *resource); !copied) return copied;
  apply_ids(context, operands, *resource);
  remind_of_refresh(context, MessageId::ich06011i, resource->profile_class);
  return {};
}

}  // namespace ringside::racf
