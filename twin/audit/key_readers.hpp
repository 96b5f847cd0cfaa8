// twin/audit/key_readers.hpp - who gets private keys from rings of others.
#pragma once

#include <vector>

#include "twin/audit/audit.hpp"

namespace ringside::twin {

/// Adds what breaks key-given-to-others and ring-open-to-all, by the rules of R_datalib (emulator/racf/datalib/
/// authority.hpp). SPECIAL users, who get the keys of CERTAUTH and SITE, are not reported.
void find_key_readers(const Holdings& holdings, std::vector<Finding>& findings);

}  // namespace ringside::twin
