// emulator/racf/racdcert/icsf_authority.hpp - what ICSF lets a user do with tokens and keys.
//
// ICSF asks RACF about the names of tokens (class CRYPTOZ) and of keys (class CSFKEYS). So SPECIAL does not count, and
// a name that no profile of an active class covers is free to use (ICSF Administrator's Guide, "Controlling who can use
// cryptographic keys and services").
#pragma once

#include "emulator/racf/authority.hpp"

namespace ringside::racf::racdcert {

/// Returns false if a profile denies the access. Prints nothing.
bool icsf_would_allow(Context& context, const AccessNeed& need);

/// The same. A denial writes ICH408I in the job log and a remark.
bool icsf_allows(Context& context, const AccessNeed& need);

}  // namespace ringside::racf::racdcert
