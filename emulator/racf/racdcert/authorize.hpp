// emulator/racf/racdcert/authorize.hpp - the authority that each RACDCERT function requires.
//
// SPECIAL is always sufficient. Others need IRR.DIGTCERT.<function> in class FACILITY or, once RDATALIB has the
// profile IRR.RACDCERT.GRANULAR, READ on a profile of RDATALIB that names the certificate or the ring (Command Language
// Reference, RACDCERT, "Authorization required"; Security Administrator's Guide, "Controlling the use of RACDCERT").
#pragma once

#include <string>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// Returns the level needed on IRR.DIGTCERT.<function>: READ for the certificates and rings of the command's issuer,
/// UPDATE for those of another user and of MULTIID, CONTROL for CERTAUTH and SITE.
AccessLevel level_for(Context& context, const Owner& owner);

/// Return IRRD101I unless the issuer has access to IRR.DIGTCERT.<function>. For functions without granular authority.
Result<void> authorize(Context& context, const std::string& function, const Owner& owner);
Result<void> authorize_level(Context& context, const std::string& function, AccessLevel needed);

/// Returns true if granular profiles decide: RDATALIB is active and RACLISTed, and has IRR.RACDCERT.GRANULAR.
bool is_granular(Context& context);

/// Authority for a function on one certificate: READ on IRR.DIGTCERT.<owner>.<label>.UPD|LST.<function> where granular
/// profiles decide, else `level` on the function's profile of FACILITY. `label` has no blanks at its ends. The
/// authorize functions return IRRD101I without authority; the default level is level_for().
bool may_use_certificate(Context& context, const std::string& function, const Owner& owner, const std::string& label,
                         AccessLevel level);
Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label);
Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label, AccessLevel level);

/// The same for each of the selected certificates.
Result<void> authorize_selected(Context& context, const std::string& function, const Owner& owner,
                                const Selection& selection);

/// Authority for a function on one ring: READ on <owner>.<ring>.UPD|LST.<function> where granular profiles decide, else
/// `level` on the function's profile of FACILITY.
bool may_use_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                  AccessLevel level);
Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring);
Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                            AccessLevel level);

}  // namespace ringside::racf::racdcert
