// emulator/racf/users/racmap.cpp - RACMAP: creates, deletes, lists and queries distributed identity filters (Command
// Language Reference, RACMAP).
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/identity_filters.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t listed_characters = 72;  // of a name between > and < on one line, as captured
constexpr std::array<std::string_view, 4> racmap_functions{"MAP", "DELMAP", "LISTMAP", "QUERY"};

/// Returns the function that is specified last; LISTMAP if none is.
std::string function_of(const parser::Keyword& operands) {
  std::string function = "LISTMAP";
  for (const parser::Keyword& operand : operands.keywords)
    if (std::find(racmap_functions.begin(), racmap_functions.end(), operand.name) != racmap_functions.end())
      function = operand.name;
  return function;
}

/// SPECIAL suffices. Otherwise IRR.IDIDMAP.<function>: READ for the own user ID and QUERY, UPDATE for others.
Result<void> check_authority(Context& context, const std::string& function, const std::string& user) {
  const AccessLevel needed = user == context.user() ? AccessLevel::read : AccessLevel::update;
  if (is_special(context) || has_access(context, {"FACILITY", "IRR.IDIDMAP." + function, needed})) return {};
  return refuse(MessageId::rsd250i, context.user(), "RACMAP " + function);
}

Result<DistributedIdentity> identity_operands(const parser::Keyword& operands) {
  const parser::Keyword* filter = operands.find("USERDIDFILTER");
  const parser::Keyword* registry = operands.find("REGISTRY");
  if (filter == nullptr || filter->value_of("NAME").empty())
    return refuse(MessageId::rsd267i, std::string("USERDIDFILTER(NAME)"));
  if (registry == nullptr || registry->value_of("NAME").empty())
    return refuse(MessageId::rsd267i, std::string("REGISTRY(NAME)"));
  return DistributedIdentity{normalized_name(filter->value_of("NAME")), registry->value_of("NAME")};
}

const IdentityFilter* with_label(const std::vector<IdentityFilter>& filters, const std::string& label) {
  const auto found =
      std::find_if(filters.begin(), filters.end(), [&](const IdentityFilter& each) { return each.label == label; });
  return found == filters.end() ? nullptr : &*found;
}

std::string unused_label(const std::vector<IdentityFilter>& filters) {
  for (int number = 1;; ++number)
    if (std::string label = fmt::format("LABEL{:08}", number); with_label(filters, label) == nullptr) return label;
}

void remind_of_copy(Context& context) {
  if (context.database().classes.has(identity_class, "RACLIST")) context.say(MessageId::irrw210i, {identity_class});
}

Result<void> map(Context& context, const parser::Keyword& operands, const std::string& user) {
  const Result<DistributedIdentity> identity = identity_operands(operands);
  if (!identity) return refusal_of(identity);
  const std::vector<IdentityFilter> present = identity_filters_of(context, user);
  const std::string label = operands.has("WITHLABEL") ? operands.value_of("WITHLABEL") : unused_label(present);
  if (with_label(present, label) != nullptr) return refuse(MessageId::rsd202i, label, "user " + user);
  if (const auto taken = find_identity_filter(context, *identity))
    return refuse(MessageId::rsd230i, taken->label, "user " + taken->user);
  put_identity_filter(context, {*identity, user, label});
  remind_of_copy(context);
  return {};
}

/// Returns the filters that LABEL selects; all of the user if it is not specified.
Result<std::vector<IdentityFilter>> selected(Context& context, const parser::Keyword& operands,
                                             const std::string& function, const std::string& user, int nothing_found) {
  std::vector<IdentityFilter> filters = identity_filters_of(context, user);
  if (filters.empty()) return tl::make_unexpected(Refusal{MessageId::irrw204i, {user}, nothing_found});
  const parser::Keyword* operand = operands.find(function);
  if (operand == nullptr || !operand->has("LABEL")) return filters;
  const IdentityFilter* one = with_label(filters, operand->value_of("LABEL"));
  if (one == nullptr) return tl::make_unexpected(Refusal{MessageId::irrw206i, {}, nothing_found});
  return std::vector<IdentityFilter>{*one};
}

Result<void> delete_map(Context& context, const parser::Keyword& operands, const std::string& user) {
  const auto filters = selected(context, operands, "DELMAP", user, 8);
  if (!filters) return refusal_of(filters);
  if (filters->size() > 1) return refuse(MessageId::rsd233i, "user " + user);
  remove_identity_filter(context, filters->front().identity);
  remind_of_copy(context);
  return {};
}

void list_name(Context& context, const std::string& heading, std::string_view name) {
  context.line("   " + heading + ":");
  do {
    const std::string_view part = base::first_characters(name, listed_characters);
    context.line("     >" + std::string(part) + "<");
    name.remove_prefix(part.size());
  } while (!name.empty());
}

Result<void> list_maps(Context& context, const parser::Keyword& operands, const std::string& user) {
  const auto filters = selected(context, operands, "LISTMAP", user, 4);
  if (!filters) return refusal_of(filters);
  context.line("Mapping information for user " + user + ":");
  for (const IdentityFilter& filter : *filters) {
    context.line(" ");
    context.line("   Label: " + filter.label);
    list_name(context, "Distributed Identity User Name Filter", filter.identity.name);
    list_name(context, "Registry Name", filter.identity.registry);
  }
  context.line(" ");
  return {};
}

Result<void> query(Context& context, const parser::Keyword& operands) {
  const Result<DistributedIdentity> identity = identity_operands(operands);
  if (!identity) return refusal_of(identity);
  if (!is_raclisted(context, identity_class)) {
    context.warn(MessageId::rsd270i, {fmt::format("class {} is not active and RACLISTed", identity_class)});
  } else if (const auto mapped = mapped_identity(context, *identity)) {
    context.say(MessageId::rsd269i, {mapped->user, mapped->label});
  } else {
    context.warn(MessageId::rsd270i, {"no filter fits"});
  }
  return {};
}

}  // namespace

Result<void> map_identities(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string function = function_of(operands);
  const std::string user = operands.has("ID") && function != "QUERY" ? operands.value_of("ID") : context.user();
  if (auto allowed = check_authority(context, function, user); !allowed) return allowed;
  if (!context.database().users.find(user)) return refuse(MessageId::rsd268i);
  remark_unused_operands(context, command);
  if (function == "MAP") return map(context, operands, user);
  if (function == "DELMAP") return delete_map(context, operands, user);
  if (function == "QUERY") return query(context, operands);
  return list_maps(context, operands, user);
}

}  // namespace ringside::racf
