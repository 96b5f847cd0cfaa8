// emulator/hosttools/openssl/commands/x509_sign.hpp - makes certificates (x509 -req, -new, -signkey, -CA) and turns
// them into requests (-x509toreq).
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

// All functions return nullopt after printing the error and setting exit status 1.

/// Makes the certificate that the options describe.
std::optional<crypto::Certificate> sign_certificate(Tool& tool, const Options& options);

/// The request of -x509toreq, and the certificate whose facts are printed.
struct TurnedRequest {
  std::string pem;
  crypto::Certificate certificate;
};
std::optional<TurnedRequest> turn_into_request(Tool& tool, const Options& options);

/// The digest of the signature: the one of the option, else the usual one of the release (rulings on 1.0: SHA-256 from
/// 1.1.0 on, SHA-1 before).
std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key);

/// The signer: a CA with its certificate, or a key that signs for itself.
struct Signer {
  std::optional<crypto::Certificate> certificate;
  std::optional<crypto::PrivateKey> key;
  std::optional<base::Bytes> serial;
};

/// The extensions of a request that its certificate gets.
enum class CopyExtensions { none, add, all };
/// The value of -copy_extensions.
std::optional<CopyExtensions> copy_extensions(Tool& tool, const Options& options);

}  // namespace ringside::openssl
