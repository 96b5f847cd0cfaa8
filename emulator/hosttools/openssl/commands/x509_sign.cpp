// emulator/hosttools/openssl/commands/x509_sign.cpp - makes a certificate in the order of the real tool.
#include "emulator/hosttools/openssl/commands/x509_sign.hpp"

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/commands/signing.hpp"
#include "emulator/hosttools/openssl/libcrypto/extensions.hpp"
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"
#include "emulator/hosttools/openssl/serial_file.hpp"

namespace ringside::openssl {
namespace {

/// The subject of the certificate.
struct Subject {
  crypto::DistinguishedName name;
  crypto::PublicKey key;
  base::Bytes extensions{};             ///< of the request or certificate
  std::optional<base::Bytes> serial{};  ///< of the certificate that is signed again
  bool signed_by_itself = false;
};

std::optional<Subject> read_request(Tool& tool, const Options& options) {
  const auto request = load_request(tool, options);
  if (request) {
    tool.error(tool.is_modern() ? "Certificate request self-signature ok\n" : "Signature ok\n");
    tool.error(name_line(tool, "subject", request->subject, name_style(tool, options)));
    return Subject{request->subject, request->key, extensions_in_request(request->der)};
  }
  if (request.error().kind == crypto::ProblemKind::bad_signature) {
    tool.fail(tool.is_modern() ? "Certificate request self-signature did not match the contents"
                               : "Signature did not match the certificate request");
  } else {
    tool.fail(tool.is_modern() ? "Unable to load certificate request input" : "unable to load certificate request");
  }
  return std::nullopt;
}

// A certificate that is signed again keeps its serial number and its extensions.
std::optional<Subject> read_certificate(Tool& tool, const Options& options) {
  const auto certificate = load_certificate(tool, options.find("in"), "certificate", options.value("inform"));
  if (!certificate) return std::nullopt;
  Subject subject{certificate->subject(), certificate->public_key()};
  subject.extensions = extensions_in(*certificate);
  base::Bytes serial;
  base::from_hex(certificate->serial(), serial);
  subject.serial = std::move(serial);
  subject.signed_by_itself = certificate->subject() == certificate->issuer();
  return subject;
}

std::optional<Subject> read_new(Tool& tool, const Options& options) {
  const auto own = options.find(options.has("signkey") ? "signkey" : "key");
  if (options.has("force_pubkey")) {
    auto forced = load_public_key(tool, options.find("force_pubkey"), "explicitly set public key");
    return forced ? std::optional(Subject{{}, std::move(*forced)}) : std::nullopt;
  }
  const auto key = load_key(tool, own, "private key", options.find("passin"));
  return key ? std::optional(Subject{{}, key->public_key()}) : std::nullopt;
}

/// Applies -subj, -force_pubkey and -copy_extensions. Returns false after printing the error.
bool adjust(Tool& tool, const Options& options, Subject& subject) {
  if (const auto text = options.find("subj")) {
    auto name = read_subject(tool, *text, options.has("utf8"));
    if (!name) return false;
    subject.name = std::move(*name);
  }
  if (options.has("force_pubkey")) {
    auto key = load_public_key(tool, options.find("force_pubkey"), "explicitly set public key");
    if (!key) return false;
    subject.key = std::move(*key);
  }
  const auto copies = copy_extensions(tool, options);
  if (!copies) return false;
  if ((options.has("req") && *copies == CopyExtensions::none) || options.has("clrext")) subject.extensions.clear();
  return true;
}

std::optional<Subject> read_subject_of(Tool& tool, const Options& options) {
  auto subject = options.has("req")   ? read_request(tool, options)
                 : options.has("new") ? read_new(tool, options)
                                      : read_certificate(tool, options);
  if (!subject || !adjust(tool, options, *subject)) return std::nullopt;
  return subject;
}

bool fits(Tool& tool, const Signer& signer) {
  if (signer.key->matches(signer.certificate->public_key())) return true;
  tool.fail("CA certificate and CA private key do not match");
  return false;
}

/// Certificate and key of -CA and -CAkey.
std::optional<Signer> load_ca(Tool& tool, const Options& options) {
  Signer signer;
  signer.certificate = load_certificate(tool, options.find("CA"), "CA certificate");
  if (!signer.certificate) return std::nullopt;
  if (!tool.is_modern()) tool.error("Getting CA Private Key\n");
  signer.key = load_key(tool, options.value("CAkey", options.value("CA")), "CA private key", options.find("passin"));
  if (!signer.key) return std::nullopt;
  return signer;
}

// 1.x takes the next serial number before it compares key and certificate, 3.0 takes it afterwards.
std::optional<Signer> read_ca(Tool& tool, const Options& options) {
  auto signer = load_ca(tool, options);
  if (!signer) return std::nullopt;
  if (tool.is_modern() && (!tool.open_output(options.find("out")) || !fits(tool, *signer))) return std::nullopt;
  if (!options.has("set_serial") && !(signer->serial = next_serial(tool, options))) return std::nullopt;
  if (!tool.is_modern() && !fits(tool, *signer)) return std::nullopt;
  return signer;
}

std::optional<Signer> read_signer(Tool& tool, const Options& options) {
  if (options.has("CA")) return read_ca(tool, options);
  const auto file = options.find(options.has("signkey") ? "signkey" : "key");
  if (!file && options.has("CAkey")) {  // it has no effect without -CA
    if (tool.open_output(options.find("out"))) tool.fail("Unable to write certificate");
    return std::nullopt;
  }
  if (!file) {
    tool.fail("We need a private key to sign with, use -key or -CAkey or -CA with private key");
    return std::nullopt;
  }
  if (!tool.is_modern()) tool.error("Getting Private key\n");
  Signer signer;
  signer.key = load_key(tool, *file, "private key", options.find("passin"));
  if (!signer.key) return std::nullopt;
  signer.serial = random_serial(tool.randomness());
  return signer;
}

struct ExtensionSource {
  std::optional<Configuration> configuration;
  std::string section;
};

std::optional<ExtensionSource> read_extension_file(Tool& tool, const Options& options) {
  ExtensionSource source;
  const auto file = options.find("extfile");
  if (!file) return source;
  source.configuration = tool.configuration(*file);
  if (!source.configuration) return std::nullopt;
  const std::string usual = source.configuration->find("default", "extensions").value_or("default");
  source.section = options.value("extensions", usual);
  if (source.section == "default" || source.configuration->has_section(source.section)) return source;
  tool.fail("Error checking extension section " + source.section);
  return std::nullopt;
}

/// The extensions of a certificate for `key`; those that go into a request get no key identifiers. Returns nullopt
/// after printing the error.
std::optional<base::Bytes> make_extensions(Tool& tool, const ExtensionSource& source, const Subject& subject,
                                           const Signer& signer, const crypto::PublicKey& key, bool for_request) {
  ExtensionContext context{subject.name, key, signer.certificate ? &*signer.certificate : nullptr, subject.extensions,
                           &*signer.key};
  auto made = source.configuration ? extensions_of(*source.configuration, source.section, context)
                                   : crypto::Result<base::Bytes>(subject.extensions);
  if (made && tool.is_modern() && !for_request) {
    context.existing = std::move(*made);
    made = with_key_identifiers(context, signer.key->matches(key));
  }
  if (made) return std::move(*made);
  tool.error(made.error().detail + "\n");
  tool.fail((tool.is_modern() ? "Error checking extension section " : "Error Loading extension section ") +
            source.section);
  return std::nullopt;
}

/// A certificate that a CA signs again must be self-signed. Returns true after printing the error if it is not.
bool is_foreign(Tool& tool, const Options& options, const Subject& subject) {
  if (options.has("req") || options.has("new") || !options.has("CA") || subject.signed_by_itself) return false;
  const std::string who = name_line(tool, "subject", subject.name);
  tool.error(who + "Error with certificate - error 20 at depth 0\nunable to get local issuer certificate\n" + who +
             "Error with certificate - error 21 at depth 0\nunable to verify the first certificate\n");
  tool.fail("Error with certificate to be certified - should be self-signed");
  return true;
}

/// The validity of the certificate. Returns nullopt after printing the error.
std::optional<std::chrono::hours> validity(Tool& tool, const Options& options) {
  const long days = options.number("days", usual_days);
  if (days >= -1 && days <= most_days) return std::chrono::hours(24 * days);
  if (days < -1)
    tool.fail("x509: -days parameter arg must be >= -1");
  else
    tool.usage("x509: -days of more than 3650000 is not emulated");
  return std::nullopt;
}

}  // namespace

std::optional<TurnedRequest> turn_into_request(Tool& tool, const Options& options) {
  const auto copies = copy_extensions(tool, options);
  const auto certificate = copies ? sign_certificate(tool, options) : std::nullopt;
  const auto file = options.find(options.has("signkey") ? "signkey" : "key");
  const auto key =
      certificate ? load_key(tool, *file, "request key", options.find("passin")) : std::optional<crypto::PrivateKey>();
  const auto digest = key ? signing_digest(tool, options, *key) : std::nullopt;
  if (!digest) return std::nullopt;
  ToolRequest request;
  request.subject = certificate->subject();
  if (*copies != CopyExtensions::none) request.extensions = extensions_in(*certificate);
  const auto der = request_with(request, *key, *digest, tool.randomness());
  return TurnedRequest{crypto::armor(der, "CERTIFICATE REQUEST"), *certificate};
}

std::optional<crypto::Certificate> sign_certificate(Tool& tool, const Options& options) {
  const auto valid_for = validity(tool, options);
  if (!valid_for) return std::nullopt;
  std::optional<base::Bytes> given;
  if (const auto text = options.find("set_serial"); text && !(given = serial_of(*text)))
    return tool.usage(tool.is_modern() ? "" : "x509: Bad serial number: " + *text), std::nullopt;
  const auto extensions = read_extension_file(tool, options);
  if (!extensions) return std::nullopt;
  const auto subject = read_subject_of(tool, options);
  if (!subject || is_foreign(tool, options, *subject)) return std::nullopt;
  const auto signer = read_signer(tool, options);
  if (!signer) return std::nullopt;
  const auto digest = signing_digest(tool, options, *signer->key);
  if (!digest) return std::nullopt;
  const bool keeps_key = signer->certificate || options.has("force_pubkey");
  const crypto::PublicKey key = keeps_key ? subject->key : signer->key->public_key();
  const auto der = make_extensions(tool, *extensions, *subject, *signer, key, options.has("x509toreq"));
  if (!der) return std::nullopt;
  ToolCertificate content{given             ? *given
                          : subject->serial ? *subject->serial
                                            : *signer->serial,
                          signer->certificate ? signer->certificate->subject() : subject->name,
                          subject->name,
                          tool.now(),
                          tool.now() + *valid_for,
                          key,
                          *der};
  return issue_with(content, *signer->key, *digest, tool.randomness());
}

}  // namespace ringside::openssl
