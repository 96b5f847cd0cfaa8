// emulator/hosttools/openssl/commands/x509_sign.hpp - x509 -req, -new and -signkey: a certificate out of a request;
// -x509toreq: the way back.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/configuration.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The certificate; nothing: said, status 1.
std::optional<crypto::Certificate> sign_certificate(Tool& tool, const Options& options);

/// What -x509toreq makes: the request, and the certificate that is shown beside it. Nothing: said, status 1.
struct TurnedRequest {
  std::string pem;
  crypto::Certificate certificate;
};
std::optional<TurnedRequest> turn_into_request(Tool& tool, const Options& options);

/// The digest to sign with: the option's, else the release's usual one (rulings on 1.0: SHA-256 from 1.1.0 on, SHA-1
/// before). Nothing: said.
std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key);

/// Who signs: a CA with its certificate, or a key for itself.
struct Signer {
  std::optional<crypto::Certificate> certificate;
  std::optional<crypto::PrivateKey> key;
  std::optional<base::Bytes> serial;
};
/// Key and certificate of -CA and -CAkey, without a serial number. Nothing: said, status 1.
std::optional<Signer> load_ca(Tool& tool, const Options& options);

/// Which extensions of a request go into its certificate.
enum class CopyExtensions { none, add, all };
/// -copy_extensions; nothing: said, status 1.
std::optional<CopyExtensions> copy_extensions(Tool& tool, const Options& options);

}  // namespace ringside::openssl
