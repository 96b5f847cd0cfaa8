// emulator/hosttools/keytool/ring/ring_type.cpp - the table of key ring types, their providers and URL schemes.
#include "emulator/hosttools/keytool/ring/ring_type.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::keytool {
namespace {

// IBM Semeru Runtime, Security Reference, IBMZSecurity, IBMJCECCA and IBMJCEHYBRID: JCERACFKS knows
// software keys only, JCECCARACFKS keys in RACF and in ICSF, JCEHYBRIDRACFKS merges both. Schemes with the type in them
// are Semeru's, safkeyringhw and safkeyringhybrid Java 8's.
const std::vector<RingType>& types() {
  static const std::vector<RingType> table = {
      {"JCERACFKS", "IBMZSecurity", false, true, {"safkeyring", "safkeyringjce"}},
      {"JCECCARACFKS", "IBMJCECCA", true, false, {"safkeyring", "safkeyringjcecca", "safkeyringhw"}},
      {"JCEHYBRIDRACFKS", "IBMJCEHYBRID", true, false, {"safkeyring", "safkeyringjcehybrid", "safkeyringhybrid"}},
  };
  return table;
}

}  // namespace

const RingType* ring_type(const std::string& name) {
  const auto found =
      std::find_if(types().begin(), types().end(), [&](const RingType& row) { return row.name == name; });
  return found == types().end() ? nullptr : &*found;
}

bool is_ring_url(const std::string& name) {
  const std::string scheme = base::lower(name.substr(0, name.find(':')));
  return scheme.size() < name.size() && std::any_of(types().begin(), types().end(), [&](const RingType& row) {
           return std::find(row.schemes.begin(), row.schemes.end(), scheme) != row.schemes.end();
         });
}

}  // namespace ringside::keytool
