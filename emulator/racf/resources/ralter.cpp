// emulator/racf/resources/ralter.cpp - RALTER and RDELETE: profiles of general resources changed and deleted.
#include "emulator/racf/authority.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/resource_operands.hpp"

namespace ringside::racf {
namespace {

/// SPECIAL, the owner, or ALTER access to a discrete profile.
bool may_change(Context& context, const database::Resource& resource) {
  if (administers(context, resource.owner)) return true;
  return !resource.generic && access_by(context, context.user(), resource) == AccessLevel::alter;
}

/// The profile, if it is there and may be changed; says why not.
std::optional<database::Resource> changeable(Context& context, const std::string& profile_class,
                                             const std::string& name, MessageId missing) {
  auto resource = context.database().resources.find(profile_class, name);
  if (!resource) {
    warn(context, missing, {name, profile_class});
    return std::nullopt;
  }
  if (!may_change(context, *resource)) {
    warn(context, MessageId::rsd258i, {context.user(), name, profile_class});
    return std::nullopt;
  }
  return resource;
}

}  // namespace

Result<void> ralter(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  const Result<std::string> owner = owner_operand(context, operands);
  if (!owner) return tl::make_unexpected(owner.error());
  bool altered = false;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    auto resource = changeable(context, profile_class, name, MessageId::ich11102i);
    if (!resource) continue;
    if (operands.has("OWNER")) resource->owner = *owner;
    apply_resource_operands(context, operands, *resource);
    context.database().resources.put(*resource);
    store_resource_parts(context, operands, *resource);
    altered = true;
  }
  if (altered) remind_of_refresh(context, MessageId::ich11009i, profile_class);
  diagnose_others(context, command);
  return {};
}

Result<void> rdelete(Context& context, const parser::Command& command) {
  const std::string profile_class = command.operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  bool deleted = false;
  for (const std::string& name : texts(command.operands.find("PROFILE"))) {
    if (!changeable(context, profile_class, name, MessageId::ich12102i)) continue;
    context.database().resources.remove(profile_class, name);
    context.database().segments.remove_all(profile_class, name);
    deleted = true;
  }
  if (deleted) remind_of_refresh(context, MessageId::ich12002i, profile_class);
  diagnose_others(context, command);
  return {};
}

}  // namespace ringside::racf
