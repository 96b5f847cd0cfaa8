// emulator/hosttools/openssl/commands/req_show.hpp - reads, shows and writes certificate requests.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::openssl {

/// The style of printed requests.
struct RequestShowing {
  NameFlags names = 0;
  unsigned long hidden = 0;
};

/// The text of -pubkey, -text, -subject and -modulus. `whole` is the text of the request or certificate.
std::string request_account(const Tool& tool, const Options& options, const RequestShowing& how,
                            const crypto::DistinguishedName& subject, const crypto::PublicKey& key,
                            const std::string& whole);

/// Writes `before` and the DER in the form of -outform; with -noout only `before`.
void write_request(Tool& tool, const Options& options, const base::Bytes& der, const char* label,
                   const std::string& before);

/// The request of -in. Returns nullopt after printing the error and setting exit status 1.
std::optional<GivenRequest> read_given_request(Tool& tool, const Options& options);

}  // namespace ringside::openssl
