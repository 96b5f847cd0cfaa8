// emulator/racf/resources/ralter.cpp - RALTER and RDELETE: change and delete profiles of general resources.
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/resource_operands.hpp"

namespace ringside::racf {
namespace {

/// Returns the profile, or nullopt after printing why it cannot be changed.
std::optional<database::Resource> changeable(Context& context, const std::string& profile_class,
                                             const std::string& name, MessageId missing, MessageId unauthorized) {
  auto resource = context.database().resources.find(profile_class, name);
  if (!resource) {
    context.warn(missing, {name, profile_class});
    return std::nullopt;
  }
  if (!administers(context, *resource)) {
    context.warn(unauthorized, {name});
    return std::nullopt;
  }
  return resource;
}

/// ALTER access suffices to change a profile, but not its owner.
void alter_owner(Context& context, const parser::Keyword& operands, database::Resource& resource) {
  if (operands.has("OWNER") && !administers(context, resource.owner)) {
    context.warn(MessageId::ich11003i, {resource.name});
  } else {
    resource.owner = altered_owner(context, operands, resource.owner, MessageId::rsd265i,
                                   {operands.value_of("OWNER"), resource.name});
  }
}

}  // namespace

Result<void> ralter(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  bool altered = false;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    auto resource = changeable(context, profile_class, name, MessageId::ich11102i, MessageId::ich11103i);
    if (!resource) continue;
    alter_owner(context, operands, *resource);
    apply_resource_operands(context, operands, *resource);
    context.database().resources.put(*resource);
    store_resource_parts(context, operands, *resource);
    altered = true;
  }
  if (altered) remind_of_refresh(context, MessageId::ich11009i, profile_class);
  remark_unused_operands(context, command);
  return {};
}

Result<void> rdelete(Context& context, const parser::Command& command) {
  const std::string profile_class = command.operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  bool deleted = false;
  for (const std::string& name : texts(command.operands.find("PROFILE"))) {
    if (!changeable(context, profile_class, name, MessageId::ich12102i, MessageId::ich12103i)) continue;
    context.database().resources.remove(profile_class, name);
    context.database().segments.remove_all(profile_class, name);
    deleted = true;
  }
  if (deleted) remind_of_refresh(context, MessageId::ich12002i, profile_class);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
