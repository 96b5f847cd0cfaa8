// emulator/crypto/certificates/chain.hpp - the order of certificates that came together.
#pragma once

#include <optional>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// End entity first, then its issuers upwards as far as they are there, then the rest as they came; doubles once. The
/// end entity is the certificate of `key`, else the first that issued none of the others. Nothing if none fits the key.
std::optional<std::vector<Certificate>> order_chain(std::vector<Certificate> certificates,
                                                    const std::optional<PrivateKey>& key);

}  // namespace ringside::crypto
