// emulator/openssl/req.cpp - openssl req: certificate requests, and self-signed certificates with -x509.
#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/package.hpp"
#include "emulator/crypto/request.hpp"
#include "emulator/crypto/tool_issue.hpp"
#include "emulator/crypto/tool_text.hpp"
#include "emulator/openssl/key_output.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/names.hpp"
#include "emulator/openssl/req_subject.hpp"
#include "emulator/openssl/serial_file.hpp"
#include "emulator/openssl/x509_sign.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec table[] = {{"new"},
                                {"x509"},
                                {"in", Takes::text},
                                {"out", Takes::text},
                                {"outform", Takes::text},
                                {"inform", Takes::text},
                                {"key", Takes::text},
                                {"newkey", Takes::text},
                                {"keyout", Takes::text},
                                {"nodes"},
                                {"noenc"},
                                {"config", Takes::text},
                                {"subj", Takes::text},
                                {"passin", Takes::text},
                                {"passout", Takes::text},
                                {"days", Takes::number},
                                {"set_serial", Takes::text},
                                {"extensions", Takes::text},
                                {"reqexts", Takes::text},
                                {"addext", Takes::text},
                                {"noout"},
                                {"text"},
                                {"subject"},
                                {"verify"},
                                {"pubkey"},
                                {"batch"},
                                {"utf8"},
                                {"nameopt", Takes::text},
                                {"multivalue-rdn"},
                                {"verbose"},
                                {"CA", Takes::refused},
                                {"CAkey", Takes::refused},
                                {"section", Takes::refused},
                                {"modulus", Takes::refused},
                                {"precert", Takes::refused},
                                {"engine", Takes::refused}};

constexpr long usual_days = 30;
constexpr long most_days = 3'650'000;

std::optional<crypto::Configuration> read_configuration(Tool& tool, const Options& options) {
  if (const auto file = options.find("config")) return tool.configuration(*file);
  const auto& variables = tool.process().variables;
  const auto named = variables.find("OPENSSL_CONF");
  if (named != variables.end()) return tool.configuration(named->second);
  const std::string system_wide = "/etc/ssl/openssl.cnf";
  if (tool.look(system_wide)) return tool.configuration(system_wide);
  return tool.parse_configuration(usual_configuration, "openssl.cnf");
}

std::optional<crypto::PrivateKey> new_key(Tool& tool, const Options& options,
                                          const crypto::Configuration& configuration) {
  const std::string wanted = options.value("newkey", "rsa");
  const std::string usual_bits = configuration.find("req", "default_bits").value_or("2048");
  const std::string bits_text = wanted.size() > 4 ? wanted.substr(4) : usual_bits;
  const auto bits = read_number(bits_text);
  if (!wanted.starts_with("rsa") || (wanted.size() > 3 && wanted[3] != ':') || !bits)
    return tool.fail("Error allocating keygen context"), std::nullopt;
  const crypto::KeySpec spec{crypto::KeyType::rsa, static_cast<int>(std::min<long>(*bits, 1 << 20))};
  if (!crypto::can_generate(spec)) return tool.fail("Private key length too short or too long"), std::nullopt;
  std::optional<base::Secret> passphrase;
  if (const auto source = options.find("passout"); source && !(passphrase = tool.password(*source)))
    return std::nullopt;
  if (!tool.is_modern()) tool.error(fmt::format("Generating a RSA private key\n"));
  tool.error("....+++++\n....+++++\n");
  const auto key = tool.generate_key(spec);
  const std::string usual_file = configuration.find("req", "default_keyfile").value_or("privkey.pem");
  const std::string file = options.value("keyout", usual_file);
  if (!tool.is_modern()) tool.error("writing new private key to '" + file + "'\n");
  const bool clear =
      options.has("nodes") || options.has("noenc") || configuration.find("req", "encrypt_key").value_or("yes") == "no";
  // Even 1.1 wrote PKCS#8 here.
  if (!write_key(tool, key, {file, clear ? "" : "des3", passphrase, KeyForm::pkcs8, ""})) return std::nullopt;
  tool.error("-----\n");
  return key;
}

/// The extensions of a section and of each -addext, for the request or the self-signed certificate.
std::optional<base::Bytes> make_extensions(Tool& tool, const Options& options,
                                           const crypto::Configuration& configuration,
                                           const crypto::ExtensionContext& context) {
  const bool self_signed = options.has("x509");
  const auto named = options.find(self_signed ? "extensions" : "reqexts");
  const auto section = named ? named : configuration.find("req", self_signed ? "x509_extensions" : "req_extensions");
  if (section && !configuration.has_section(*section))
    return tool.fail("Error checking extension section " + *section), std::nullopt;
  std::string text;
  for (const auto& [name, value] : section ? configuration.entries(*section) : decltype(configuration.entries("")){})
    text += name + " = " + value + "\n";
  for (const std::string& one : options.repeated) text += one + "\n";
  if (text.empty()) return base::Bytes{};
  // Values may point at other sections ("subjectAltName = @names"), so these stay beside them.
  std::string whole = "[ ringside_wanted ]\n" + text;
  const auto added = tool.parse_configuration(whole, "-addext");
  if (!added) return std::nullopt;
  auto made = options.repeated.empty() ? crypto::extensions_of(configuration, *section, context)
                                       : crypto::extensions_of(*added, "ringside_wanted", context);
  if (made) return std::move(*made);
  tool.error(made.error().detail + "\n");
  tool.fail("Error checking extension section " + section.value_or("default"));
  return std::nullopt;
}

void write_der(Tool& tool, const Options& options, const base::Bytes& der, const char* label,
               const std::string& before) {
  const bool binary = base::upper(options.value("outform", "PEM")) == "DER";
  std::string text = before;
  if (!options.has("noout")) text += binary ? base::to_text(der) : crypto::armor(der, label);
  tool.write(options.find("out"), text);
}

std::string asked_for(const Tool& tool, const Options& options, const crypto::DistinguishedName& subject,
                      const crypto::PublicKey& key, const std::string& whole) {
  std::string text;
  if (options.has("pubkey")) text += crypto::armor(key.spki(), "PUBLIC KEY");
  if (options.has("text")) text += whole;
  if (options.has("subject")) text += name_line(tool, "subject", subject, options.value("nameopt"));
  return text;
}

void self_sign(Tool& tool, const Options& options, const crypto::ToolRequest& request, const crypto::PrivateKey& key,
               const std::string& digest) {
  std::optional<base::Bytes> serial;
  if (const auto text = options.find("set_serial"); text && !(serial = serial_of(*text)))
    return tool.fail("req: Bad serial number: " + *text);
  const long days = options.number("days", usual_days);
  if (days < 0 || days > most_days) return tool.usage("req: -days must be 0 to 3650000");
  const auto made = crypto::issue_with(
      {serial ? *serial : crypto::random_serial(tool.randomness()), request.subject, request.subject, tool.now(),
       tool.now() + std::chrono::hours(24 * days), key.public_key(), request.extensions, tool.is_modern()},
      key, digest, tool.randomness());
  write_der(tool, options, made.der(), "CERTIFICATE",
            asked_for(tool, options, request.subject, key.public_key(), crypto::certificate_text(made)));
}

void make_request(Tool& tool, const Options& options) {
  const auto configuration = read_configuration(tool, options);
  if (!configuration) return;
  const bool fresh = options.has("newkey") || !options.has("key");
  const auto key = fresh ? new_key(tool, options, *configuration)
                         : load_key(tool, options.find("key"), {"private key"}, options.find("passin"));
  if (!key) return;
  std::optional<crypto::ToolRequest> request;
  if (const auto subject = options.find("subj")) {
    if (auto name = read_subject(tool, *subject)) request = crypto::ToolRequest{std::move(*name), "", "", {}};
  } else {
    request = ask_request(tool, options, *configuration, !options.has("x509"));
  }
  if (!request) return;
  const auto digest = signing_digest(tool, options, *key);
  if (!digest) return;
  const auto extensions = make_extensions(tool, options, *configuration, {request->subject, key->public_key()});
  if (!extensions) return;
  request->extensions = *extensions;
  if (options.has("x509")) return self_sign(tool, options, *request, *key, *digest);
  const base::Bytes der = crypto::request_with(*request, *key, *digest, tool.randomness());
  write_der(tool, options, der, "CERTIFICATE REQUEST",
            asked_for(tool, options, request->subject, key->public_key(), crypto::request_text(der)));
}

void show_request(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  if (!bytes) return;
  const auto der = first_block(*bytes, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"});
  const auto request = der ? crypto::read_request(*der) : tl::unexpected(crypto::Problem{});
  if (!request) {
    const bool tampered = der && request.error().kind == crypto::ProblemKind::bad_signature;
    if (!tampered) return tool.fail(tool.is_modern() ? "Unable to load X509 request" : "unable to load X509 request");
    return tool.fail(tool.is_modern() ? "Certificate request self-signature verify failure" : "verify failure");
  }
  if (options.has("verify"))
    tool.error(tool.is_modern() ? "Certificate request self-signature verify OK\n" : "verify OK\n");
  write_der(tool, options, *der, "CERTIFICATE REQUEST",
            asked_for(tool, options, request->subject, request->key, crypto::request_text(*der)));
}

}  // namespace

void run_req(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {table, FreeOption::digest, 0});
  if (!options) return;
  if (const auto style = options->find("nameopt"); style && !is_name_style(*style))
    return tool.usage("req: -nameopt " + base::printable(*style) + " is not emulated");
  if (options->has("new") || options->has("newkey") || options->has("x509")) {
    if (options->has("in")) return tool.usage("req: -in together with -new or -x509 is not emulated");
    make_request(tool, *options);
  } else {
    show_request(tool, *options);
  }
}

}  // namespace ringside::openssl
