// emulator/hosttools/openssl/commands/req_show.hpp - reads, shows and writes certificate requests.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// How requests are shown.
struct RequestShowing {
  crypto::NameFlags names = 0;
  unsigned long hidden = 0;
};

/// What -pubkey, -text, -subject and -modulus print; `whole` is the text of the request or certificate.
std::string request_account(const Tool& tool, const Options& options, const RequestShowing& how,
                            const crypto::DistinguishedName& subject, const crypto::PublicKey& key,
                            const std::string& whole);

/// Writes `before` and the DER as -outform says, or `before` alone under -noout.
void write_request(Tool& tool, const Options& options, const base::Bytes& der, const char* label,
                   const std::string& before);

/// The request of -in with what -subj changes. Nothing: said, status 1.
struct GivenRequest {
  base::Bytes der;
  crypto::DistinguishedName subject;
  crypto::PublicKey key;
};
std::optional<GivenRequest> read_given_request(Tool& tool, const Options& options);

}  // namespace ringside::openssl
