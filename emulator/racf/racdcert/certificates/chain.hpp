// emulator/racf/racdcert/certificates/chain.hpp - finds the issuers of a certificate in the database.
#pragma once

#include <optional>
#include <vector>

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// The result of a search for the issuer of a certificate.
struct IssuerSearch {
  std::optional<Stored> issuer;     ///< its name is the issuer's, and its key verifies the signature
  std::optional<Stored> wrong_key;  ///< has the issuer's name but another key; set only if no issuer was found
};

/// Searches the certificates of the owner first, then CERTAUTH, then SITE (Command Language Reference, RACDCERT
/// LISTCHAIN).
IssuerSearch find_issuer(Context& context, const std::string& owner, const crypto::Certificate& certificate);

/// Returns the certificate, its issuer, the issuer's issuer, and so on. Ends at a self-signed certificate, at one whose
/// issuer is not in the database, at a cycle, or at crypto::longest_chain.
std::vector<Stored> chain_of(Context& context, const Stored& leaf);

}  // namespace ringside::racf::racdcert
