// emulator/racf/racdcert/usage.hpp - what a certificate is used as in a ring or a token, and the authority that takes.
#pragma once

#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// PERSONAL, CERTAUTH or SITE by the certificate's owner.
database::Usage usual_usage(const Owner& owner);

/// The value of USAGE inside CONNECT or BIND, else the owner's usual usage.
database::Usage usage_operand(const parser::Keyword& function, const Owner& owner);

/// What CONNECT (or BIND) and ADD ask for.
struct UsageAuthority {
  AccessLevel connect;
  AccessLevel add;  ///< none: ADD is not asked
};

/// `own_ring`: into a ring of the issuer's own.
UsageAuthority usage_authority(const Context& context, bool own_ring, const Owner& owner, database::Usage usage);

}  // namespace ringside::racf::racdcert
