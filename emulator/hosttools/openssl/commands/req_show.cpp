// emulator/hosttools/openssl/commands/req_show.cpp - reads, shows and writes certificate requests.
#include "emulator/hosttools/openssl/commands/req_show.hpp"

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {

std::string request_account(const Tool& tool, const Options& options, const RequestShowing& how,
                            const crypto::DistinguishedName& subject, const crypto::PublicKey& key,
                            const std::string& whole) {
  std::string text;
  if (options.has("pubkey")) text += crypto::armor(key.spki(), "PUBLIC KEY");
  if (options.has("text")) text += whole;
  if (options.has("subject")) text += name_line(tool, "subject", subject, how.names);
  if (options.has("modulus")) text += modulus_line(key);
  return text;
}

void write_request(Tool& tool, const Options& options, const base::Bytes& der, const char* label,
                   const std::string& before) {
  std::string text = before;
  if (!options.has("noout")) text += is_der(options, "outform") ? base::to_text(der) : crypto::armor(der, label);
  tool.write(options.find("out"), text);
}

std::optional<GivenRequest> read_given_request(Tool& tool, const Options& options) {
  auto request = load_request(tool, options);
  if (request) return std::move(*request);
  if (request.error().kind == crypto::ProblemKind::bad_signature)
    tool.fail(tool.is_modern() ? "Certificate request self-signature verify failure" : "verify failure");
  else
    tool.fail(tool.is_modern() ? "Unable to load X509 request" : "unable to load X509 request");
  return std::nullopt;
}

}  // namespace ringside::openssl
