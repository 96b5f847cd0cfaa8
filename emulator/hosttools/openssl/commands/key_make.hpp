// emulator/hosttools/openssl/commands/key_make.hpp - makes private keys by algorithm and options.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Makes a key of an -algorithm or -newkey ("RSA", "EC", "ED25519" and so on, in any case) with the values of -pkeyopt
/// ("rsa_keygen_bits:2048"). Returns nullopt after printing the error and setting exit status 1.
std::optional<crypto::PrivateKey> make_key(Tool& tool, const std::string& algorithm,
                                           const std::vector<std::string>& options, long usual_bits = 2'048);

}  // namespace ringside::openssl
