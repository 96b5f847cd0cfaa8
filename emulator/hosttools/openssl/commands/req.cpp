// emulator/hosttools/openssl/commands/req.cpp - openssl req: certificate requests, and self-signed certificates with
// -x509.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/hosttools/openssl/commands/req_make.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec req_options[] = {{"new"},
                                      {"x509"},
                                      {"in", Takes::text},
                                      {"out", Takes::text},
                                      {"outform", Takes::text},
                                      {"inform", Takes::text},
                                      {"key", Takes::text},
                                      {"keyform", Takes::text},
                                      {"newkey", Takes::text},
                                      {"pkeyopt", Takes::text},
                                      {"keyout", Takes::text},
                                      {"nodes"},
                                      {"noenc"},
                                      {"config", Takes::text},
                                      {"section", Takes::text},
                                      {"subj", Takes::text},
                                      {"passin", Takes::text},
                                      {"passout", Takes::text},
                                      {"days", Takes::number},
                                      {"set_serial", Takes::text},
                                      {"extensions", Takes::text},
                                      {"reqexts", Takes::text},
                                      {"addext", Takes::text},
                                      {"copy_extensions", Takes::text},
                                      {"CA", Takes::text},
                                      {"CAkey", Takes::text},
                                      {"newhdr"},
                                      {"noout"},
                                      {"text"},
                                      {"subject"},
                                      {"verify"},
                                      {"pubkey"},
                                      {"modulus"},
                                      {"batch"},
                                      {"utf8"},
                                      {"nameopt", Takes::text},
                                      {"reqopt", Takes::text},
                                      {"multivalue-rdn"},
                                      {"verbose"},
                                      {"precert", Takes::refused},
                                      {"sigopt", Takes::refused},
                                      {"vfyopt", Takes::refused},
                                      {"keygen_engine", Takes::refused},
                                      {"engine", Takes::refused}};

void show_request(Tool& tool, const Options& options, const RequestShowing& how) {
  const auto request = read_given_request(tool, options);
  if (!request) return;
  if (options.has("verify"))
    tool.error(tool.is_modern() ? "Certificate request self-signature verify OK\n" : "verify OK\n");
  write_request(tool, options, request->der, "CERTIFICATE REQUEST",
                request_account(tool, options, how, request->subject, request->key,
                                crypto::request_text(request->der, how.names, how.hidden)));
}

}  // namespace

std::string request_account(const Tool& tool, const Options& options, const RequestShowing& how,
                            const crypto::DistinguishedName& subject, const crypto::PublicKey& key,
                            const std::string& whole) {
  std::string text;
  if (options.has("pubkey")) text += crypto::armor(key.spki(), "PUBLIC KEY");
  if (options.has("text")) text += whole;
  if (options.has("subject")) text += name_line(tool, "subject", subject, how.names);
  if (options.has("modulus")) text += crypto::modulus_line(key);
  return text;
}

void write_request(Tool& tool, const Options& options, const base::Bytes& der, const char* label,
                   const std::string& before) {
  std::string text = before;
  if (!options.has("noout")) text += is_der(options, "outform") ? base::to_text(der) : crypto::armor(der, label);
  tool.write(options.find("out"), text);
}

std::optional<GivenRequest> read_given_request(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  const auto der =
      bytes ? first_block(*bytes, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"}, options.value("inform", "PEM"))
            : std::nullopt;
  const auto request = der ? crypto::read_request(*der) : tl::unexpected(crypto::Problem{});
  if (request) return GivenRequest{*der, request->subject, request->key};
  const bool tampered = der && request.error().kind == crypto::ProblemKind::bad_signature;
  if (tampered)
    tool.fail(tool.is_modern() ? "Certificate request self-signature verify failure" : "verify failure");
  else
    tool.fail(tool.is_modern() ? "Unable to load X509 request" : "unable to load X509 request");
  return std::nullopt;
}

void run_req(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {req_options, FreeOption::digest, 0});
  if (!options) return;
  for (const char* form : {"inform", "outform", "keyform"})
    if (!is_form(tool, *options, form)) return;
  const auto names = name_style(tool, *options);
  if (!names) return;
  const auto hidden = crypto::text_options(options->value("reqopt", "compatible"));
  if (!hidden) return tool.usage("");
  const RequestShowing how{*names, *hidden};
  const bool changes = options->has("in") && options->has("subj");
  if (options->has("new") || options->has("newkey") || options->has("x509") || changes)
    make_request(tool, *options, how);
  else
    show_request(tool, *options, how);
}

}  // namespace ringside::openssl
