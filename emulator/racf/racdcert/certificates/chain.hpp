// emulator/racf/racdcert/certificates/chain.hpp - who signed whom inside the database.
#pragma once

#include <optional>
#include <vector>

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// What the database knows about the issuer of a certificate.
struct IssuerSearch {
  std::optional<Stored> issuer;     ///< whose name fits and whose key verifies the signature
  std::optional<Stored> wrong_key;  ///< whose name fits, but not its key; set if no issuer was found
};

/// Looks for the issuer among the owner's own certificates first, then CERTAUTH, then SITE (Command Language Reference,
/// RACDCERT LISTCHAIN).
IssuerSearch find_issuer(Context& context, const std::string& owner, const crypto::Certificate& certificate);

/// The certificate and its issuers upward as far as the database holds them; ends at a self-signed one, at a gap, or at
/// limits::chain_depth. No certificate stands in it twice.
std::vector<Stored> chain_of(Context& context, const Stored& leaf);

}  // namespace ringside::racf::racdcert
