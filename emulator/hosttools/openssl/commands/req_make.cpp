// emulator/hosttools/openssl/commands/req_make.cpp - makes requests and certificates in the order of the real tool.
#include "emulator/hosttools/openssl/commands/req_make.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/openssl/commands/req_key.hpp"
#include "emulator/hosttools/openssl/commands/req_subject.hpp"
#include "emulator/hosttools/openssl/commands/signing.hpp"
#include "emulator/hosttools/openssl/libcrypto/extensions.hpp"
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"
#include "emulator/hosttools/openssl/serial_file.hpp"

namespace ringside::openssl {
namespace {

/// The input of one request or certificate.
struct Making {
  Tool& tool;
  const Options& options;
  const RequestShowing& how;
  Configuration configuration;
  std::string section;       ///< of the configuration: "req"
  bool certificate = false;  ///< -x509 or -CA
  std::string extensions{};  ///< the section of extensions; empty if there is none

  [[nodiscard]] std::optional<std::string> setting(const std::string& name) const {
    return configuration.find(section, name);
  }
};

std::optional<Configuration> read_configuration(Tool& tool, const Options& options) {
  std::optional<std::string> file = options.find("config");
  const auto& variables = tool.process().variables;
  if (const auto named = variables.find("OPENSSL_CONF"); !file && named != variables.end()) file = named->second;
  const std::string system_wide = "/etc/ssl/openssl.cnf";
  if (!file && tool.look(system_wide)) file = system_wide;
  if (tool.is_modern() && options.has("verbose"))
    tool.error("Using configuration from " + file.value_or("/usr/lib/ssl/openssl.cnf") + "\n");
  return file ? tool.configuration(*file) : tool.parse_configuration(usual_configuration, "openssl.cnf");
}

std::string name_before_sign(const std::string& text) {
  const std::size_t sign = text.find('=');
  return sign == std::string::npos ? "" : base::trim(text.substr(0, sign));
}

/// Checks that each -addext has a value and another name. Returns false after printing the error.
bool check_added(Tool& tool, const Options& options) {
  std::set<std::string> names;
  for (const std::string& one : options.all("addext")) {
    const std::string name = name_before_sign(one);
    if (!name.empty() && names.insert(name).second) continue;
    return tool.usage("Duplicate extension: " + one), false;
  }
  return true;
}

/// Finds the section of extensions. Returns false after printing the error.
bool find_extensions(Making& making) {
  const char* option = making.certificate ? "extensions" : "reqexts";
  const char* setting = making.certificate ? "x509_extensions" : "req_extensions";
  const auto named = making.options.find(option);
  const auto section = named ? named : making.setting(setting);
  if (!section) return true;
  making.extensions = *section;
  if (making.configuration.has_section(*section)) return true;
  const std::string kind = !making.tool.is_modern() ? "" : making.certificate ? "x509 " : "request ";
  making.tool.fail("Error checking " + kind + "extension section " + *section);
  return false;
}

/// The extensions of `context.existing` and of each -addext. Returns nullopt after printing the error.
std::optional<base::Bytes> add_extensions(Making& making, const ExtensionContext& context) {
  std::string text = "[ ringside_wanted ]\n";
  for (const std::string& one : making.options.all("addext")) {
    const auto section = making.configuration.entries(making.extensions);
    const bool there = std::any_of(section.begin(), section.end(),
                                   [&](const auto& entry) { return entry.first == name_before_sign(one); });
    if (there && !making.certificate)
      return making.tool.fail("Error adding extensions defined via -addext"), std::nullopt;
    text += one + "\n";
  }
  const auto added = making.tool.parse_configuration(text, "-addext");
  if (!added) return std::nullopt;
  auto made = extensions_of(*added, "ringside_wanted", context);
  if (made) return std::move(*made);
  making.tool.error("error:" + made.error().detail + "\n");
  making.tool.fail("Error checking extensions defined using -addext");
  return std::nullopt;
}

/// The extensions of the section and of each -addext. Returns nullopt after printing the error.
std::optional<base::Bytes> make_extensions(Making& making, ExtensionContext context) {
  if (!making.extensions.empty()) {
    auto made = extensions_of(making.configuration, making.extensions, context);
    if (!made) {
      making.tool.error("error:" + made.error().detail + "\n");
      const std::string kind = !making.tool.is_modern() ? "" : making.certificate ? "x509 " : "request ";
      making.tool.fail("Error checking " + kind + "extension section " + making.extensions);
      return std::nullopt;
    }
    context.existing = std::move(*made);
  }
  if (making.options.all("addext").empty()) return context.existing;
  return add_extensions(making, context);
}

/// The digest of the option or of default_md. Returns nullopt after printing the error.
std::optional<std::string> digest_for(const Making& making, const crypto::PrivateKey& signer) {
  Options with_setting = making.options;
  const auto setting = making.setting("default_md");
  if (with_setting.free.empty() && setting && *setting != "default") with_setting.free = base::lower(*setting);
  return signing_digest(making.tool, with_setting, signer);
}

/// Subject, attributes and key of what is made.
struct Draft {
  ToolRequest request;
  crypto::PublicKey key;
};
/// The draft of -in, of -subj or of questions. Returns nullopt after printing the error.
std::optional<Draft> draft(Making& making, const std::optional<GivenRequest>& given,
                           const std::optional<crypto::PrivateKey>& key) {
  const Options& options = making.options;
  Draft made{{}, given ? given->key : key->public_key()};
  if (given) made.request.subject = given->subject;
  if (const auto subject = options.find("subj")) {
    const bool utf8 = options.has("utf8") || making.setting("utf8").value_or("no") == "yes";
    auto name = read_subject(making.tool, *subject, utf8);
    if (!name) return std::nullopt;
    made.request.subject = std::move(*name);
  } else if (!given) {
    auto asked = ask_request(making.tool, options, making.configuration, making.section, !making.certificate);
    if (!asked) return std::nullopt;
    made.request = std::move(*asked);
  }
  return made;
}

/// The validity of a certificate in days. Returns nullopt after printing the error.
std::optional<long> days_of(Tool& tool, const Options& options) {
  const long days = options.number("days", usual_days);
  if (options.has("days") && days <= 0)
    return tool.usage(fmt::format("req: Non-positive number \"{}\" for option -days", options.value("days"))),
           std::nullopt;
  if (days > most_days) return tool.usage("req: -days of more than 3650000 is not emulated"), std::nullopt;
  return days;
}

/// The CA of -CA, empty without this option. Returns nullopt after printing the error.
std::optional<Signer> read_issuer(Tool& tool, const Options& options) {
  Signer signer;
  const auto file = options.find("CA");
  if (!file) return signer;
  signer.certificate = load_certificate(tool, file, "issuer certificate from -CA arg");
  if (!signer.certificate) return std::nullopt;
  signer.key = load_key(tool, options.value("CAkey", *file), "issuer private key from -CA arg", options.find("passin"));
  if (!signer.key) return std::nullopt;
  if (signer.key->matches(signer.certificate->public_key())) return signer;
  return tool.fail("CA certificate and CA private key do not match"), std::nullopt;
}

void issue(Making& making, Draft& content, const std::optional<crypto::PrivateKey>& own_key,
           const base::Bytes& requested) {
  Tool& tool = making.tool;
  const auto issuer = read_issuer(tool, making.options);
  if (!issuer) return;
  std::optional<base::Bytes> serial;
  if (const auto text = making.options.find("set_serial"); text && !(serial = serial_of(*text)))
    return tool.usage(tool.is_modern() ? "" : "req: Bad serial number: " + *text);
  const auto days = days_of(tool, making.options);
  if (!days) return;
  const crypto::PrivateKey& signer = issuer->key ? *issuer->key : *own_key;
  const auto digest = digest_for(making, signer);
  if (!digest) return;
  const crypto::Certificate* parent = issuer->certificate ? &*issuer->certificate : nullptr;
  const base::Bytes number = serial ? *serial : random_serial(tool.randomness());
  ExtensionContext context{content.request.subject, content.key, parent, requested, &signer, number};
  auto extensions = make_extensions(making, context);
  if (!extensions) return;
  if (tool.is_modern()) {
    context.existing = std::move(*extensions);
    auto signed_ones = with_key_identifiers(context, signer.matches(content.key));
    if (!signed_ones) return tool.fail(signed_ones.error().detail);
    extensions = std::move(*signed_ones);
  }
  const auto made =
      issue_with({number, parent ? parent->subject() : content.request.subject, content.request.subject, tool.now(),
                  tool.now() + std::chrono::hours(24 * *days), content.key, *extensions, tool.is_modern()},
                 signer, *digest, tool.randomness());
  write_request(tool, making.options, made.der(), "CERTIFICATE",
                request_account(tool, making.options, making.how, content.request.subject, content.key,
                                certificate_text(made, making.how.names, making.how.hidden)));
}

void request(Making& making, Draft& content, const crypto::PrivateKey& key, const base::Bytes& requested) {
  const auto digest = digest_for(making, key);
  if (!digest) return;
  const auto extensions =
      requested.empty() ? make_extensions(making, {content.request.subject, content.key}) : std::optional(requested);
  if (!extensions) return;
  content.request.extensions = *extensions;
  const base::Bytes der = request_with(content.request, key, *digest, making.tool.randomness());
  if (making.options.has("verify"))
    making.tool.error(making.tool.is_modern() ? "Certificate request self-signature verify OK\n" : "verify OK\n");
  write_request(making.tool, making.options, der,
                making.options.has("newhdr") ? "NEW CERTIFICATE REQUEST" : "CERTIFICATE REQUEST",
                request_account(making.tool, making.options, making.how, content.request.subject, content.key,
                                request_text(der, making.how.names, making.how.hidden)));
}

/// Prints warnings about options without effect. Returns false after printing the error if options contradict each
/// other.
bool options_fit(Tool& tool, const Options& options, bool certificate, bool given) {
  if (options.has("CAkey") && !options.has("CA"))
    tool.error("Warning: Ignoring -CAkey option since no -CA option is given\n");
  if (!certificate && options.has("days")) tool.error("Ignoring -days without -x509; not generating a certificate\n");
  if (given && !options.has("key") && !options.has("CA"))
    return tool.fail("Must provide a signature key using -key or provide -CA / -CAkey"), false;
  if (given && certificate && !options.has("copy_extensions"))
    tool.error("Warning: No -copy_extensions given; ignoring any extensions in the request\n");
  return true;
}

}  // namespace

void make_request(Tool& tool, const Options& options, const RequestShowing& how) {
  if (!check_added(tool, options)) return;
  const auto copies = copy_extensions(tool, options);
  auto configuration = copies ? read_configuration(tool, options) : std::nullopt;
  if (!configuration) return;
  const bool certificate = options.has("x509") || options.has("CA");
  Making making{tool, options, how, std::move(*configuration), options.value("section", "req"), certificate};
  if (!find_extensions(making)) return;
  const bool is_given = options.has("in") && !options.has("new") && !options.has("newkey");
  if (!options_fit(tool, options, certificate, is_given)) return;
  std::optional<GivenRequest> given;
  if (is_given && !(given = read_given_request(tool, options))) return;
  std::optional<crypto::PrivateKey> key;
  const bool needs_key = !given || options.has("key");
  if (needs_key && !(key = request_key(tool, options, making.configuration, making.section))) return;
  auto content = draft(making, given, key);
  if (!content) return;
  base::Bytes requested;
  if (given && (!certificate || *copies != CopyExtensions::none)) requested = extensions_in_request(given->der);
  if (certificate)
    issue(making, *content, key, requested);
  else
    request(making, *content, *key, requested);
}

}  // namespace ringside::openssl
