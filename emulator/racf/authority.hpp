// emulator/racf/authority.hpp - who may do what: SPECIAL, and access to general resources.
#pragma once

#include <optional>
#include <string>

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
};

bool is_special(Context& context);

/// The issuer's access to a resource: the discrete profile or the most specific generic one, its access list by user, then
/// groups, then '*', then UACC (Security Administrator's Guide, "Authorization checking for general resources").
AccessDecision access_to(Context& context, const std::string& profile_class, const std::string& resource);

/// Whether the issuer may use an IRR.DIGTCERT function: SPECIAL, or `needed` on IRR.DIGTCERT.<function> in an active
/// FACILITY class. A denial by a profile writes ICH408I to the job log.
bool may_use_digtcert(Context& context, const std::string& function, AccessLevel needed);

/// Whether a generic profile name (%, *, **) covers a resource name.
bool generic_matches(const std::string& pattern, const std::string& name);

}  // namespace ringside::racf
