// emulator/racf/racdcert/owner.cpp - owners of certificates, rings and mappings.
#include "emulator/racf/racdcert/owner.hpp"

namespace ringside::racf::racdcert {

std::string Owner::phrase() const {
  return is_user() ? "user " + id : operand();
}

std::string Owner::operand() const {
  if (is_certauth()) return "CERTAUTH";
  if (is_site()) return "SITE";
  if (is_multiid()) return "MULTIID";
  return "ID(" + id + ")";
}

std::string Owner::qualifier() const {
  if (is_certauth()) return "CERTIFAUTH";
  return is_site() ? "SITECERTIF" : id;
}

Result<void> require_ring_owner(const Owner& owner) {
  if (owner.is_certauth()) return refuse(MessageId::irrd120i, "CERTAUTH", "Certificate Authority");
  if (owner.is_site()) return refuse(MessageId::irrd120i, "SITE", "Site Certificate");
  return {};
}

}  // namespace ringside::racf::racdcert
