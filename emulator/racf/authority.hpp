// emulator/racf/authority.hpp - who may do what: SPECIAL, and access to general resources.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// Levels of access in rising order.
enum class AccessLevel { none, execute, read, update, control, alter };

std::string to_string(AccessLevel level);
/// Nothing if the word is no access level.
std::optional<AccessLevel> access_level(const std::string& word);

/// What decided about an access.
struct AccessDecision {
  std::optional<std::string> profile;  ///< the profile that protects the resource; nothing if none does
  bool generic = false;
  AccessLevel allowed = AccessLevel::none;
  bool warning = false;  ///< WARNING profile: a denial only warns
};

bool is_special(Context& context);
/// Returns whether the issuer has the attribute AUDITOR or ROAUDIT.
bool is_auditor(Context& context);

/// Whether a profile of this owner lies in the scope of a group in which the issuer is SPECIAL: owned by the group, by
/// a user whom the group owns, or by a subgroup that its superior group owns, down the tree (Security Administrator's
/// Guide, "Group-SPECIAL attribute").
bool in_group_scope(Context& context, const std::string& owner);

/// Whether the issuer administers a profile of this owner: SPECIAL, the owner, or SPECIAL in a group of that scope.
bool administers(Context& context, const std::string& owner);
/// The same for a group, which lies in its own scope.
bool administers(Context& context, const database::Group& group);

/// The issuer's access to a resource: the discrete profile or the most specific generic one, its access list by user,
/// then groups, then '*', then UACC (Security Administrator's Guide, "Authorization checking for general resources").
/// Nothing protects a resource of a class that is not active.
AccessDecision access_to(Context& context, const std::string& profile_class, const std::string& resource);
/// The same for any user.
AccessDecision access_of(Context& context, const std::string& user, const std::string& profile_class,
                         const std::string& resource);

/// What a profile's access list and UACC give to a user.
AccessLevel access_by(Context& context, const std::string& user, const database::Resource& profile);

/// One access that a function asks for.
struct AccessNeed {
  std::string profile_class;
  std::string resource;
  AccessLevel level = AccessLevel::read;
};

/// Whether a class is active and RACLISTed, without which RDATALIB is not looked at.
bool is_raclisted(Context& context, const std::string& profile_class);

/// Whether this discrete profile is defined, as far as the class lets it be seen.
bool has_profile(Context& context, const std::string& profile_class, const std::string& name);

/// Whether the issuer has the access by a profile; where no profile protects the resource he has not. A denial by a
/// profile writes ICH408I to the job log, and every denial is explained to a person.
bool has_access(Context& context, const AccessNeed& need);

/// What a person needs to know about a denial: the profile that decided, the access needed and allowed, and the command
/// that would grant it.
std::string explain_denial(Context& context, const AccessNeed& need, const AccessDecision& decision);

/// Writes ICH408I to the job log.
void report_violation(Context& context, const std::string& profile_class, const std::string& resource,
                      AccessLevel intent, const AccessDecision& decision);

/// Whether the issuer may use an IRR.DIGTCERT function: SPECIAL, or `needed` on IRR.DIGTCERT.<function> in an active
/// FACILITY class. Denied as has_access says.
bool may_use_digtcert(Context& context, const std::string& function, AccessLevel needed);

/// Whether a generic profile name (%, *, **) covers a resource name.
bool generic_matches(const std::string& pattern, const std::string& name);
/// Whether the characters %, * or & make a profile name generic.
bool has_generic_characters(const std::string& name);
/// Whether, of two generic names that cover the same resource, the first one is searched first.
bool more_specific(const std::string& left, const std::string& right);
/// The profile that protects a resource: the discrete one, else the most specific generic one if `with_generics`.
std::optional<database::Resource> covering_profile(const std::vector<database::Resource>& profiles,
                                                   const std::string& resource, bool with_generics);

}  // namespace ringside::racf
