// emulator/racf/datalib/ring_name.cpp - the name of a key ring.
#include "emulator/racf/datalib/ring_name.hpp"

#include "base/text.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/racf/racdcert/owner.hpp"

namespace ringside::racf {

std::string to_string(const RingName& ring) {
  if (ring.owner == database::certauth_owner) return "*AUTH*/" + ring.name;
  if (ring.owner == database::site_owner) return "*SITE*/" + ring.name;
  return ring.owner + "/" + ring.name;
}

std::optional<RingName> ring_name(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size()) return std::nullopt;
  const std::string owner = base::upper(text.substr(0, slash));
  const std::string name = text.substr(slash + 1);
  if (owner == "*AUTH*" || owner == "IRRCERTA") return RingName{database::certauth_owner, name};
  if (owner == "*SITE*" || owner == "IRRSITEC") return RingName{database::site_owner, name};
  return RingName{owner, name};
}

std::string owner_operand(const std::string& owner) {
  return racdcert::Owner{owner}.operand();
}

}  // namespace ringside::racf
