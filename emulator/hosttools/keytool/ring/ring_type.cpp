// emulator/hosttools/keytool/ring/ring_type.cpp - the table of key ring types, their providers and URL schemes.
#include "emulator/hosttools/keytool/ring/ring_type.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::keytool {

// IBM Semeru Runtime, Security Reference, IBMZSecurity, IBMJCECCA and IBMJCEHYBRID: JCERACFKS knows
// software keys only, JCECCARACFKS keys in RACF and in ICSF, JCEHYBRIDRACFKS merges both. Schemes with the type in them
// are Semeru's, safkeyringhw and safkeyringhybrid Java 8's.
const std::vector<RingType>& ring_types() {
  static const std::vector<RingType> table = {
      {"JCERACFKS", "IBMZSecurity", false, true, {"safkeyring", "safkeyringjce"}},
      {"JCECCARACFKS", "IBMJCECCA", true, false, {"safkeyring", "safkeyringjcecca", "safkeyringhw"}},
      {"JCEHYBRIDRACFKS", "IBMJCEHYBRID", true, false, {"safkeyring", "safkeyringjcehybrid", "safkeyringhybrid"}},
  };
  return table;
}

bool opens_scheme(const RingType& type, const std::string& scheme) {
  return std::find(type.schemes.begin(), type.schemes.end(), scheme) != type.schemes.end();
}

const RingType* ring_type(const std::string& name) {
  const auto found =
      std::find_if(ring_types().begin(), ring_types().end(), [&](const RingType& row) { return row.name == name; });
  return found == ring_types().end() ? nullptr : &*found;
}

bool is_ring_url(const std::string& name) {
  const std::string scheme = base::lower(name.substr(0, name.find(':')));
  return scheme.size() < name.size() && std::any_of(ring_types().begin(), ring_types().end(),
                                                    [&](const RingType& row) { return opens_scheme(row, scheme); });
}

}  // namespace ringside::keytool
