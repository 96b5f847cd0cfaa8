// emulator/racf/racdcert/authorize.hpp - the authority that each RACDCERT function asks for, as one table.
//
// SPECIAL may do everything. Others need IRR.DIGTCERT.<function> in class FACILITY or, once RDATALIB holds the profile
// IRR.RACDCERT.GRANULAR, READ on a profile of RDATALIB that names the certificate or the ring (Command Language
// Reference, RACDCERT, "Authorization required"; Security Administrator's Guide, "Controlling the use of RACDCERT").
#pragma once

#include <string>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The level on IRR.DIGTCERT.<function>: READ for the issuer's own, UPDATE for another user's and MULTIID's, CONTROL
/// for CERTAUTH and SITE.
AccessLevel level_for(Context& context, const Owner& owner);

/// IRRD101I unless the issuer may use IRR.DIGTCERT.<function>; for functions that know no granular authority.
Result<void> authorize(Context& context, const std::string& function, const Owner& owner);
Result<void> authorize_level(Context& context, const std::string& function, AccessLevel needed);

/// Whether granular profiles decide: RDATALIB is active and RACLISTed and holds IRR.RACDCERT.GRANULAR.
bool is_granular(Context& context);

/// A function on one certificate: IRR.DIGTCERT.<owner>.<label>.UPD|LST.<function>, or `level` on the function's profile
/// of FACILITY.
bool may_use_certificate(Context& context, const std::string& function, const Owner& owner, const std::string& label,
                         AccessLevel level);
Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label);
Result<void> authorize_certificate(Context& context, const std::string& function, const Owner& owner,
                                   const std::string& label, AccessLevel level);

/// The same for the certificates that LABEL, or SERIALNUMBER and ISSUERSDN, name.
Result<void> authorize_selected(Context& context, const std::string& function, const Owner& owner,
                                const parser::Keyword& selector);

/// A function on one ring: <owner>.<ring>.UPD|LST.<function>, or `level` on the function's profile of FACILITY.
bool may_use_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                  AccessLevel level);
Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring);
Result<void> authorize_ring(Context& context, const std::string& function, const Owner& owner, const std::string& ring,
                            AccessLevel level);

/// The label that a new certificate gets: WITHLABEL, or the next generated one.
std::string label_to_be(Context& context, const Request& request);

}  // namespace ringside::racf::racdcert
