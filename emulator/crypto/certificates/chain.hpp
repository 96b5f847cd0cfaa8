// emulator/crypto/certificates/chain.hpp - puts the certificates of one file into chain order.
#pragma once

#include <optional>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// The most issuers above a certificate: as many as OpenSSL verifies.
inline constexpr std::size_t longest_chain = 100;

/// Returns the end entity, then its issuers upwards as far as they are given, then the rest in the given order, without
/// duplicates. The end entity is the certificate of `key`; without a key, the first one that issued no other. Returns
/// nullopt if no certificate belongs to the key.
std::optional<std::vector<Certificate>> order_chain(std::vector<Certificate> certificates,
                                                    const std::optional<PrivateKey>& key);

}  // namespace ringside::crypto
