// emulator/racf/racdcert/owner.hpp - owners of certificates, rings and mappings.
#pragma once

#include <string>

#include "emulator/database/certificates.hpp"
#include "emulator/racf/message.hpp"

namespace ringside::racf::racdcert {

/// Who owns a certificate, a ring or a mapping: a user, CERTAUTH, SITE, or (mappings only) MULTIID.
struct Owner {
  std::string id;  ///< upper-case user ID, irrcerta, irrsitec or irrmulti

  [[nodiscard]] bool is_certauth() const { return id == database::certauth_owner; }
  [[nodiscard]] bool is_site() const { return id == database::site_owner; }
  [[nodiscard]] bool is_multiid() const { return id == database::multiid_owner; }
  [[nodiscard]] bool is_user() const { return !is_certauth() && !is_site() && !is_multiid(); }
  /// "CERTAUTH", "SITE", "MULTIID" or "user IZUSVR": the form of headings and messages.
  [[nodiscard]] std::string phrase() const;
  /// "CERTAUTH", "SITE", "MULTIID" or "ID(IZUSVR)": the form of LISTRING and of commands.
  [[nodiscard]] std::string operand() const;
  /// "CERTIFAUTH", "SITECERTIF" or "IZUSVR": the form of profile names and generated PKDS labels.
  [[nodiscard]] std::string qualifier() const;
};

/// Returns IRRD120I for CERTAUTH and SITE, which cannot own a ring.
Result<void> require_ring_owner(const Owner& owner);

}  // namespace ringside::racf::racdcert
