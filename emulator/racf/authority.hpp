// emulator/racf/authority.hpp - what a user may do: SPECIAL, ownership, group authority, and access to resources.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Levels of access in rising order.
enum class AccessLevel { none, execute, read, update, control, alter };

std::string to_string(AccessLevel level);
/// Returns nullopt if the word is not an access level.
std::optional<AccessLevel> access_level(const std::string& word);

/// The access that a user has to a resource, and the profile that decided it.
struct AccessDecision {
  std::optional<std::string> profile;  ///< that protects the resource; nullopt if none does
  bool generic = false;
  AccessLevel allowed = AccessLevel::none;
  bool warning = false;  ///< profile with WARNING: access is allowed with a warning instead of denied
};

bool is_special(Context& context);
/// Returns whether the issuer has the attribute AUDITOR or ROAUDIT.
bool is_auditor(Context& context);

/// Returns whether a profile of this owner is in the scope of a group in which the issuer is SPECIAL: owned by the
/// group, by a user whom the group owns, or by a subgroup that its superior group owns, at any depth (Security
/// Administrator's Guide, "Group-SPECIAL attribute").
bool in_group_scope(Context& context, const std::string& owner);

/// Returns whether the issuer administers a profile of this owner: is SPECIAL, is the owner, or is SPECIAL in a group
/// that has the profile in its scope.
bool administers(Context& context, const std::string& owner);
/// The same for a group, which is in its own scope.
bool administers(Context& context, const database::Group& group);
/// The same for a resource profile. ALTER access to a discrete profile is enough too.
bool administers(Context& context, const database::Resource& profile);

/// Returns whether the issuer administers the group or has JOIN authority in it.
bool has_join_authority(Context& context, const database::Group& group);
/// Returns whether the issuer administers the group or has CONNECT or JOIN authority in it.
bool has_connect_authority(Context& context, const database::Group& group);

/// Returns the issuer's access to a resource, by the discrete profile or the most specific generic one: its access list
/// by user, then groups, then '*', then UACC (Security Administrator's Guide, "Authorization checking for general
/// resources"). A class that is not active protects nothing.
AccessDecision access_to(Context& context, const std::string& profile_class, const std::string& resource);
/// The same for any user.
AccessDecision access_of(Context& context, const std::string& user, const std::string& profile_class,
                         const std::string& resource);

/// Returns the access that the access list and UACC of a profile give to a user.
AccessLevel access_by(Context& context, const std::string& user, const database::Resource& profile);

/// One access that a function needs.
struct AccessNeed {
  std::string profile_class;
  std::string resource;
  AccessLevel level = AccessLevel::read;
};

/// Returns whether a class is active and RACLISTed. RDATALIB is not checked without that.
bool is_raclisted(Context& context, const std::string& profile_class);

/// Returns whether this discrete profile is defined. Unless --lenient, a RACLISTed class shows only the profiles of its
/// last refresh.
bool has_profile(Context& context, const std::string& profile_class, const std::string& name);

/// Returns whether a profile gives the issuer the access. Returns false if no profile protects the resource. A denial
/// adds a remark (explain_denial), and ICH408I in the job log if a profile decided it.
bool has_access(Context& context, const AccessNeed& need);

/// Returns whether a user may use a resource that is free where nothing protects it: a class that is not active and a
/// resource without a profile allow the access (RACROUTE's return code 4). A denial is not reported.
bool may_use(Context& context, const std::string& user, const AccessNeed& need);

/// Returns the explanation of a denial: the profile that decided, the access needed and allowed, and the commands that
/// would grant it.
std::string explain_denial(Context& context, const AccessNeed& need, const AccessDecision& decision);

/// Writes ICH408I to the job log.
void report_violation(Context& context, const std::string& profile_class, const std::string& resource,
                      AccessLevel intent, const AccessDecision& decision);

/// Returns whether the issuer may use an IRR.DIGTCERT function: is SPECIAL, or has `needed` on IRR.DIGTCERT.<function>
/// in an active FACILITY class. Denials are reported as has_access does.
bool may_use_digtcert(Context& context, const std::string& function, AccessLevel needed);

}  // namespace ringside::racf
