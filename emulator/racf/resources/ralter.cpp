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
                                             const std::string& name, MessageId missing) {
  auto resource = context.database().resources.find(profile_class, name);
  if (!resource) {
    context.warn(missing, {name, profile_class});
    return std::nullopt;
  }
  if (!administers(context, *resource)) {
    context.warn(MessageId::rsd258i, {context.user(), name, profile_class});
    return std::nullopt;
  }
  return resource;
}

}  // namespace

Result<void> ralter(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_class(context, profile_class, "CLASS", command.name); !usable) return usable;
  const auto owner = owner_if_given(context, operands);
  if (!owner) return refusal_of(owner);
  bool altered = false;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    auto resource = changeable(context, profile_class, name, MessageId::ich11102i);
    if (!resource) continue;
    resource->owner = owner->value_or(resource->owner);
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
    if (!changeable(context, profile_class, name, MessageId::ich12102i)) continue;
    context.database().resources.remove(profile_class, name);
    context.database().segments.remove_all(profile_class, name);
    deleted = true;
  }
  if (deleted) remind_of_refresh(context, MessageId::ich12002i, profile_class);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
