// twin/load/certificate_record.hpp - the facts of one certificate from its records.
#pragma once

#include <string>

#include "emulator/database/twin/site_facts.hpp"
#include "twin/load/loading.hpp"

namespace ringside::twin {

/// Reads the records 0560 and 1560 of a profile of class DIGTCERT. All facts are set but signer, signer_key and, for a
/// CA without a private key, key: these depend on other certificates.
database::SiteFacts site_facts(Loading& loading, const std::string& profile);

/// The key that a signature algorithm such as "sha384ECDSA" asks for: P-384 for this one, RSA of 2048 bits for RSA.
database::SiteKey key_for(const std::string& signature_algorithm);

/// A key that stand-ins can have, as near to `key` as possible.
database::SiteKey possible_key(database::SiteKey key);

}  // namespace ringside::twin
