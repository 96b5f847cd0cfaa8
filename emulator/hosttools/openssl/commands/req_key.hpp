// emulator/hosttools/openssl/commands/req_key.hpp - the key of openssl req, read from a file or made new.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The key of -key, or a new one by -newkey and `section` of the configuration, which is written to its file. Returns
/// nullopt after printing the error and setting exit status 1.
std::optional<crypto::PrivateKey> request_key(Tool& tool, const Options& options, const Configuration& configuration,
                                              const std::string& section);

}  // namespace ringside::openssl
