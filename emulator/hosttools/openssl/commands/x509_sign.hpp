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

}  // namespace ringside::openssl
