// emulator/hosttools/openssl/commands/req.cpp - openssl req: certificate requests, and self-signed certificates with
// -x509.
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/req_make.hpp"
#include "emulator/hosttools/openssl/commands/req_show.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
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
                                request_text(request->der, how.names, how.hidden)));
}

}  // namespace

void run_req(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {req_options, FreeOption::digest, 0});
  if (!options) return;
  for (const char* form : {"inform", "outform", "keyform"})
    if (!is_form(tool, *options, form)) return;
  const auto names = name_style(tool, *options);
  if (!names) return;
  const auto hidden = text_options(options->value("reqopt", "compatible"));
  if (!hidden) return tool.usage("");
  const RequestShowing how{*names, *hidden};
  const bool changes = options->has("in") && options->has("subj");
  if (options->has("new") || options->has("newkey") || options->has("x509") || changes)
    make_request(tool, *options, how);
  else
    show_request(tool, *options, how);
}

}  // namespace ringside::openssl
