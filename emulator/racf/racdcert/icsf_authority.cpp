// emulator/racf/racdcert/icsf_authority.cpp - what ICSF lets a user do with tokens and keys.
#include "emulator/racf/racdcert/icsf_authority.hpp"

namespace ringside::racf::racdcert {

bool icsf_would_allow(Context& context, const AccessNeed& need) {
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  return !decision.profile || decision.allowed >= need.level || decision.warning;
}

bool icsf_allows(Context& context, const AccessNeed& need) {
  const bool is_protected = access_to(context, need.profile_class, need.resource).profile.has_value();
  return !is_protected || has_access(context, need);
}

}  // namespace ringside::racf::racdcert
