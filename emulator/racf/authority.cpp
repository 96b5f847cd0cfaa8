// emulator/racf/authority.cpp - what a user may do: SPECIAL, ownership, group authority, and access to resources.
#include "emulator/racf/authority.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/granting_commands.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/raclist.hpp"

namespace ringside::racf {
namespace {

constexpr std::array<std::string_view, 6> level_words{"NONE", "EXECUTE", "READ", "UPDATE", "CONTROL", "ALTER"};

constexpr int deepest_group = 1000;  // deeper than the group tree of any lab; ends the search if groups form a loop

std::string parenthesized(std::string_view text, std::size_t width) {
  return '(' + base::pad_right(text, width) + ')';
}

AccessLevel level_of(const std::string& word) {
  return access_level(word).value_or(AccessLevel::none);
}

std::optional<AccessLevel> listed(const std::vector<database::Access>& list, const std::string& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const database::Access& entry) { return entry.id == id; });
  if (found == list.end()) return std::nullopt;
  return level_of(found->access);
}

/// Returns the highest access of all groups of the user. List-of-groups checking is always active here, as at nearly
/// every site.
std::optional<AccessLevel> listed_by_group(Context& context, const std::vector<database::Access>& list,
                                           const std::string& user) {
  std::optional<AccessLevel> highest;
  for (const database::Connection& connection : context.database().connections.of_user(user)) {
    if (connection.attributes.contains("REVOKED")) continue;
    if (const auto level = listed(list, connection.group)) highest = std::max(highest.value_or(*level), *level);
  }
  return highest;
}

AccessDecision decide(Context& context, const std::string& user, const std::string& profile_class,
                      const std::string& resource, bool with_generics) {
  const auto profile = covering_profile(context.database().resources.all(profile_class), resource, with_generics);
  if (!profile) return {};
  return {profile->name, profile->generic, access_by(context, user, *profile), profile->warning};
}

std::string reason(Context& context, const AccessNeed& need, const AccessDecision& decision) {
  if (decision.profile)
    return fmt::format("{}profile {} of class {} allows {}", decision.generic ? "generic " : "", *decision.profile,
                       need.profile_class, to_string(decision.allowed));
  if (!context.database().classes.has(need.profile_class, "CLASSACT"))
    return fmt::format("class {} is not active", need.profile_class);
  return fmt::format("no profile of class {} covers it", need.profile_class);
}

/// Returns whether the issuer is connected to the group with one of these authorities.
bool has_authority(Context& context, const database::Group& group, std::initializer_list<std::string_view> enough) {
  const auto connection = context.database().connections.find(context.user(), group.name);
  return connection && std::find(enough.begin(), enough.end(), connection->authority) != enough.end();
}

}  // namespace

std::string to_string(AccessLevel level) {
  return std::string(level_words[static_cast<std::size_t>(level)]);
}

std::optional<AccessLevel> access_level(const std::string& word) {
  const auto found = std::find(level_words.begin(), level_words.end(), word);
  if (found == level_words.end()) return std::nullopt;
  return static_cast<AccessLevel>(found - level_words.begin());
}

bool is_special(Context& context) {
  const auto& user = context.database().users.find(context.user());
  return user && user->attributes.contains("SPECIAL") && !user->attributes.contains("REVOKED");
}

bool is_auditor(Context& context) {
  const auto issuer = context.database().users.find(context.user());
  return issuer && (issuer->attributes.contains("AUDITOR") || issuer->attributes.contains("ROAUDIT"));
}

bool in_group_scope(Context& context, const std::string& owner) {
  std::string name = owner;
  if (const auto user = context.database().users.find(name)) name = user->owner;
  for (int depth = 0; depth < deepest_group; ++depth) {
    const auto group = context.database().groups.find(name);
    if (!group) return false;
    const auto connection = context.database().connections.find(context.user(), name);
    if (connection && connection->attributes.contains("SPECIAL") && !connection->attributes.contains("REVOKED"))
      return true;
    if (group->owner != group->superior) return false;
    name = group->superior;
  }
  return false;
}

bool administers(Context& context, const std::string& owner) {
  return owner == context.user() || is_special(context) || in_group_scope(context, owner);
}

bool administers(Context& context, const database::Group& group) {
  return administers(context, group.owner) || in_group_scope(context, group.name);
}

bool administers(Context& context, const database::Resource& profile) {
  if (administers(context, profile.owner)) return true;
  return !profile.generic && access_by(context, context.user(), profile) == AccessLevel::alter;
}

bool has_join_authority(Context& context, const database::Group& group) {
  return administers(context, group) || has_authority(context, group, {"JOIN"});
}

bool has_connect_authority(Context& context, const database::Group& group) {
  return administers(context, group) || has_authority(context, group, {"CONNECT", "JOIN"});
}

AccessLevel access_by(Context& context, const std::string& user, const database::Resource& profile) {
  const auto list = context.database().resources.access_list(profile.profile_class, profile.name);
  if (const auto level = listed(list, user)) return *level;
  if (const auto level = listed_by_group(context, list, user)) return *level;
  const auto record = context.database().users.find(user);
  if (record && record->attributes.contains("RESTRICTED")) return AccessLevel::none;
  if (record) {
    if (const auto level = listed(list, "*")) return *level;
  }
  return level_of(profile.uacc);
}

AccessDecision access_of(Context& context, const std::string& user, const std::string& profile_class,
                         const std::string& resource) {
  const database::ClassOption option = context.database().classes.find(profile_class);
  if (!option.options.contains("CLASSACT")) return {};
  const bool with_generics = option.options.contains("GENERIC");
  AccessDecision current = decide(context, user, profile_class, resource, with_generics);
  if (!option.options.contains("RACLIST")) return current;
  AccessDecision copied = decide(context, user, in_storage_class(profile_class), resource, with_generics);
  if (copied.allowed == current.allowed && copied.profile == current.profile) return current;
  context.diagnose(stale_remark(context, profile_class, "access to " + resource));
  return context.rules().lenient ? current : copied;
}

AccessDecision access_to(Context& context, const std::string& profile_class, const std::string& resource) {
  return access_of(context, context.user(), profile_class, resource);
}

void report_violation(Context& context, const std::string& profile_class, const std::string& resource,
                      AccessLevel intent, const AccessDecision& decision) {
  const auto user = context.database().users.find(context.user());
  context.console("ICH408I USER" + parenthesized(context.user(), 8) + " GROUP" +
                  parenthesized(user ? user->default_group : "", 8) + " NAME" +
                  parenthesized(user ? user->full_name : "", 20));
  context.console("  " + resource + " CL" + parenthesized(profile_class, 8));
  context.console(decision.warning ? "  WARNING: INSUFFICIENT AUTHORITY - TEMPORARY ACCESS ALLOWED"
                                   : "  INSUFFICIENT ACCESS AUTHORITY");
  if (decision.profile && decision.generic) context.console("  FROM " + *decision.profile + " (G)");
  context.console("  ACCESS INTENT" + parenthesized(to_string(intent), 7) + "  ACCESS ALLOWED" +
                  parenthesized(to_string(decision.allowed), 7));
}

bool is_raclisted(Context& context, const std::string& profile_class) {
  auto& classes = context.database().classes;
  return classes.has(profile_class, "CLASSACT") && classes.has(profile_class, "RACLIST");
}

bool has_profile(Context& context, const std::string& profile_class, const std::string& name) {
  const bool from_copy = !context.rules().lenient && is_raclisted(context, profile_class);
  const std::string seen_class = from_copy ? in_storage_class(profile_class) : profile_class;
  return context.database().resources.find(seen_class, name).has_value();
}

bool has_access(Context& context, const AccessNeed& need) {
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  if (decision.profile && decision.allowed >= need.level) return true;
  if (decision.profile) report_violation(context, need.profile_class, need.resource, need.level, decision);
  if (decision.warning) return true;
  context.diagnose(explain_denial(context, need, decision));
  return false;
}

bool may_use(Context& context, const std::string& user, const AccessNeed& need) {
  const AccessDecision decision = access_of(context, user, need.profile_class, need.resource);
  return !decision.profile || decision.allowed >= need.level || decision.warning;
}

std::string explain_denial(Context& context, const AccessNeed& need, const AccessDecision& decision) {
  const std::string level = to_string(need.level);
  return fmt::format("user {} needs {} on {}: {}; what would grant it: {}", context.user(), level, need.resource,
                     reason(context, need, decision), base::join(granting_commands(context, need), "; "));
}

bool may_use_digtcert(Context& context, const std::string& function, AccessLevel needed) {
  return is_special(context) || has_access(context, {"FACILITY", "IRR.DIGTCERT." + function, needed});
}

}  // namespace ringside::racf
