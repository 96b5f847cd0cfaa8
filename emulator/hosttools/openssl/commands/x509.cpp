// emulator/hosttools/openssl/commands/x509.cpp - openssl x509: shows certificates and makes them from requests.

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/signing.hpp"
#include "emulator/hosttools/openssl/commands/x509_show.hpp"
#include "emulator/hosttools/openssl/commands/x509_sign.hpp"
#include "emulator/hosttools/openssl/libcrypto/extensions.hpp"
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec x509_options[] = {{"in", Takes::text},
                                       {"out", Takes::text},
                                       {"inform", Takes::text},
                                       {"outform", Takes::text},
                                       {"req"},
                                       {"new"},
                                       {"x509toreq"},
                                       {"CA", Takes::text},
                                       {"CAform", Takes::text},
                                       {"CAkey", Takes::text},
                                       {"CAkeyform", Takes::text},
                                       {"CAserial", Takes::text},
                                       {"CAcreateserial"},
                                       {"set_serial", Takes::text},
                                       {"days", Takes::number},
                                       {"subj", Takes::text},
                                       {"utf8"},
                                       {"multivalue-rdn"},
                                       {"force_pubkey", Takes::text},
                                       {"copy_extensions", Takes::text},
                                       {"clrext"},
                                       {"extfile", Takes::text},
                                       {"extensions", Takes::text},
                                       {"signkey", Takes::text},
                                       {"key", Takes::text},
                                       {"keyform", Takes::text},
                                       {"passin", Takes::text},
                                       {"noout"},
                                       {"nocert"},
                                       {"text"},
                                       {"subject"},
                                       {"issuer"},
                                       {"serial"},
                                       {"next_serial"},
                                       {"dates"},
                                       {"startdate"},
                                       {"enddate"},
                                       {"fingerprint"},
                                       {"hash"},
                                       {"subject_hash"},
                                       {"subject_hash_old"},
                                       {"issuer_hash"},
                                       {"issuer_hash_old"},
                                       {"modulus"},
                                       {"pubkey"},
                                       {"purpose"},
                                       {"email"},
                                       {"ocsp_uri"},
                                       {"alias"},
                                       {"ext", Takes::text},
                                       {"nameopt", Takes::text},
                                       {"certopt", Takes::text},
                                       {"dateopt", Takes::text},
                                       {"checkend", Takes::number},
                                       {"checkhost", Takes::text},
                                       {"checkemail", Takes::text},
                                       {"checkip", Takes::text},
                                       {"ocspid", Takes::refused},
                                       {"preserve_dates", Takes::refused},
                                       {"trustout", Takes::refused},
                                       {"setalias", Takes::refused},
                                       {"addtrust", Takes::refused},
                                       {"addreject", Takes::refused},
                                       {"clrtrust", Takes::refused},
                                       {"clrreject", Takes::refused},
                                       {"C", Takes::refused},
                                       {"sigopt", Takes::refused},
                                       {"vfyopt", Takes::refused},
                                       {"badsig", Takes::refused},
                                       {"engine", Takes::refused}};

bool expires(Tool& tool, const Options& options, const crypto::Certificate& certificate) {
  const bool soon = certificate.not_after() < tool.now() + std::chrono::seconds(options.number("checkend", 0));
  if (soon) tool.set_status(1);
  return soon;
}

void show(Tool& tool, const Options& options, const Showing& how, const crypto::Certificate& certificate,
          const std::string& before = {}) {
  std::string text = before;
  for (const std::string& option : asked_in_order(options))
    if (!append_piece(tool, option, options, how, certificate, text)) return;
  bool ends = options.has("noout") || options.has("nocert") || options.has("x509toreq");
  if (options.has("checkend")) {
    text += expires(tool, options, certificate) ? "Certificate will expire\n" : "Certificate will not expire\n";
    ends = true;
  } else {
    text += identifier_checks(options, certificate);
  }
  if (!ends)
    text +=
        is_der(options, "outform") ? base::to_text(certificate.der()) : crypto::armor(certificate.der(), "CERTIFICATE");
  // Like the real tool, writes the printed facts to -out too.
  tool.write(options.find("out"), text);
}

/// Returns true after printing the error if options contradict each other.
bool contradicts(Tool& tool, const Options& options) {
  if (!copy_extensions(tool, options)) return true;
  const bool own_key = options.has("key") || options.has("signkey");
  if (options.has("CAkey") && !options.has("CA"))
    tool.error("Warning: ignoring -CAkey option since -CA option is not given\n");
  if (options.has("extensions") && !options.has("extfile"))
    tool.error("Warning: ignoring -extensions option without -extfile\n");
  if (own_key && options.has("CA")) return tool.fail("Cannot use both -key/-signkey and -CA option"), true;
  if (options.has("new") && !options.has("subj"))
    return tool.fail("The -new option requires a subject to be set using -subj"), true;
  if (options.has("new") && !own_key && !options.has("force_pubkey"))
    return tool.fail("The -new option requires using the -key or -force_pubkey option"), true;
  if (options.has("x509toreq") && !own_key) return tool.fail("Must specify request signing key using -key"), true;
  return false;
}

void make(Tool& tool, const Options& options, const Showing& how) {
  if (options.has("x509toreq")) {
    const auto request = turn_into_request(tool, options);
    if (request) show(tool, options, how, request->certificate, options.has("noout") ? "" : request->pem);
  } else if (const auto made = sign_certificate(tool, options)) {
    show(tool, options, how, *made);
  }
}

}  // namespace

void run_x509(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {x509_options, FreeOption::any_digest, 0});
  if (!options) return;
  for (const char* form : {"inform", "outform", "keyform", "CAform", "CAkeyform"})
    if (!is_form(tool, *options, form)) return;
  const auto how = showing(tool, *options);
  if (!how || contradicts(tool, *options)) return;
  const bool signs = options->has("req") || options->has("new") || options->has("CA") || options->has("signkey") ||
                     options->has("key") || options->has("x509toreq");
  if (signs) return make(tool, *options, *how);
  if (const auto certificate = load_certificate(tool, options->find("in"), "certificate", options->value("inform")))
    show(tool, *options, *how, options->has("clrext") ? without_extensions(*certificate) : *certificate);
}

}  // namespace ringside::openssl
