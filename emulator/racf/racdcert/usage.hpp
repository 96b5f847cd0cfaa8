// emulator/racf/racdcert/usage.hpp - the usage of a certificate in a ring or token, and the authority for it.
#pragma once

#include "emulator/database/rings.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// Returns PERSONAL, CERTAUTH or SITE, by the certificate's owner.
database::Usage usual_usage(const Owner& owner);

/// USAGE inside CONNECT or BIND; nullopt if it was not given.
std::optional<database::Usage> read_usage(const Request& request);

/// The levels that are needed on the profiles of two functions.
struct UsageAuthority {
  AccessLevel connect;  ///< of CONNECT (or BIND)
  AccessLevel add;      ///< of ADD; none if ADD is not checked
};

/// Returns the authority needed to connect a certificate of `owner` with this usage. `own_ring`: the ring belongs to
/// the issuer of the command.
UsageAuthority usage_authority(const Context& context, bool own_ring, const Owner& owner, database::Usage usage);

}  // namespace ringside::racf::racdcert
