// emulator/openssl/x509_sign.hpp - x509 -req and -signkey: a certificate out of a request.
#pragma once

#include <optional>

#include "emulator/crypto/certificate.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {

/// The certificate; nothing: said, status 1.
std::optional<crypto::Certificate> sign_certificate(Tool& tool, const Options& options);

/// The digest to sign with: the option's, else the release's usual one (rulings on 1.0: SHA-256 from 1.1.0 on, SHA-1
/// before). Nothing: said.
std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key);

}  // namespace ringside::openssl
