// emulator/hosttools/openssl/commands/signing.hpp - what req and x509 share when they sign.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Limits of -days: the value without the option, and the greatest one that is emulated.
inline constexpr long usual_days = 30;
inline constexpr long most_days = 3'650'000;

/// The signer: a CA with its certificate, or a key that signs for itself.
struct Signer {
  std::optional<crypto::Certificate> certificate;
  std::optional<crypto::PrivateKey> key;
  std::optional<base::Bytes> serial;
};

/// The digest of the signature: the one of the option, else the usual one of the release (rulings on 1.0: SHA-256 from
/// 1.1.0 on, SHA-1 before). Returns nullopt after printing the error and setting exit status 1.
std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key);

/// The extensions of a request that its certificate gets.
enum class CopyExtensions { none, add, all };
/// The value of -copy_extensions. Returns nullopt after printing the error and setting exit status 1.
std::optional<CopyExtensions> copy_extensions(Tool& tool, const Options& options);

}  // namespace ringside::openssl
