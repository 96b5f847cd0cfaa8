// emulator/racf/resources/permit.cpp - PERMIT: the access list of a profile.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/resource_operands.hpp"
#include "emulator/racf/users/unknown_user.hpp"

namespace ringside::racf {
namespace {

bool may_permit(Context& context, const database::Resource& resource) {
  if (administers(context, resource.owner)) return true;
  return !resource.generic && access_by(context, context.user(), resource) == AccessLevel::alter;
}

void copy_from_model(Context& context, const database::Resource& model, const database::Resource& resource) {
  for (const auto& access : context.database().resources.access_list(model.profile_class, model.name))
    context.database().resources.permit(resource.profile_class, resource.name, access);
}

Result<void> apply_model(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  if (!operands.has("FROM")) return {};
  const std::string model_class = operands.has("FCLASS") ? operands.value_of("FCLASS") : resource.profile_class;
  const auto model = context.database().resources.find(model_class, operands.value_of("FROM"));
  if (!model) return refuse(MessageId::rsd259i, operands.value_of("FROM"), model_class);
  copy_from_model(context, *model, resource);
  return {};
}

void withdraw(Context& context, const database::Resource& resource, const std::string& id) {
  if (!context.database().resources.withdraw(resource.profile_class, resource.name, id))
    warn(context, MessageId::ich06002i, {base::pad_right(id, 8)});
}

void grant(Context& context, const database::Resource& resource, const std::string& id, const std::string& access) {
  if (id != "*" && !is_defined(context, id)) {
    warn(context, MessageId::ich06007i, {id});
    remark_unknown_user(context, id);
    return;
  }
  context.database().resources.permit(resource.profile_class, resource.name, {id, access});
}

/// ID with ACCESS or DELETE; ACCESS(READ) when neither is given.
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
    name = host::qualify(name, command.operands.find("PROFILE")->values.front().quoted, context.user());
  else if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable)
    return tl::make_unexpected(usable.error());
  auto resource = context.database().resources.find(profile_class, name);
  if (!resource) return refuse(MessageId::ich06004i, name);
  if (!may_permit(context, *resource)) return refuse(MessageId::ich06006i, name);
  return *resource;
}

}  // namespace

Result<void> permit(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const Result<database::Resource> resource = permitted_profile(context, command);
  if (!resource) return tl::make_unexpected(resource.error());
  diagnose_others(context, command);
  // A conditional entry is no entry of the standard list: granting it without its condition would be a lie.
  if (operands.has("WHEN")) return {};
  if (operands.has("RESET") && operands.value_of("RESET") != "WHEN")
    context.database().resources.clear_access(resource->profile_class, resource->name);
  if (auto copied = apply_model(context, operands, *resource); !copied) return copied;
  apply_ids(context, operands, *resource);
  remind_of_refresh(context, MessageId::ich06011i, resource->profile_class);
  return {};
}

}  // namespace ringside::racf
