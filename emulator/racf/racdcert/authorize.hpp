// emulator/racf/racdcert/authorize.hpp - the authority that each RACDCERT function asks for, as one table.
#pragma once

#include <string>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert_functions {

/// IRRD101I unless the issuer may use IRR.DIGTCERT.<function> on what `owner` owns: READ for the issuer's own, UPDATE
/// for another user's, CONTROL for CERTAUTH and SITE (Security Administrator's Guide, "Controlling the use of
/// RACDCERT").
Result<void> authorize(Context& context, const std::string& function, const Owner& owner);

/// IRRD101I unless the issuer has this level on IRR.DIGTCERT.<function>.
Result<void> authorize_level(Context& context, const std::string& function, AccessLevel needed);

/// The level of `authorize`.
AccessLevel level_for(Context& context, const Owner& owner);

}  // namespace ringside::racf::racdcert_functions
