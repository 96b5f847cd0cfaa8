// emulator/openssl/x509_sign.cpp - a certificate out of a request, step by step in the order of the real tool.
#include "emulator/openssl/x509_sign.hpp"

#include "emulator/crypto/request.hpp"
#include "emulator/crypto/tool_issue.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/names.hpp"
#include "emulator/openssl/serial_file.hpp"

namespace ringside::openssl {
namespace {

constexpr long usual_days = 30;
constexpr long most_days = 3'650'000;

struct Subject {
  crypto::DistinguishedName name;
  crypto::PublicKey key;
};

std::optional<Subject> read_request(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  const auto der = bytes ? first_block(*bytes, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"}) : std::nullopt;
  const auto request = der ? crypto::read_request(*der) : tl::unexpected(crypto::Problem{});
  if (request) {
    tool.error(tool.is_modern() ? "Certificate request self-signature ok\n" : "Signature ok\n");
    tool.error(name_line(tool, "subject", request->subject));
    return Subject{request->subject, request->key};
  }
  if (der && request.error().kind == crypto::ProblemKind::bad_signature) {
    tool.fail(tool.is_modern() ? "Certificate request self-signature did not match the contents"
                               : "Signature did not match the certificate request");
  } else {
    tool.fail(tool.is_modern() ? "Unable to load certificate request input" : "unable to load certificate request");
  }
  return std::nullopt;
}

std::optional<Subject> read_subject_of(Tool& tool, const Options& options) {
  if (options.has("req")) return read_request(tool, options);
  const auto certificate = load_certificate(tool, options.find("in"), "certificate");
  if (!certificate) return std::nullopt;
  return Subject{certificate->subject(), certificate->public_key()};
}

/// Who signs: a CA with its certificate, or the key of -signkey for itself.
struct Signer {
  std::optional<crypto::Certificate> certificate;
  std::optional<crypto::PrivateKey> key;
  std::optional<base::Bytes> serial;
};

bool fits(Tool& tool, const Signer& signer) {
  if (signer.key->matches(signer.certificate->public_key())) return true;
  tool.fail("CA certificate and CA private key do not match");
  return false;
}

// 1.x fetches the next serial number before it compares key and certificate, 3.0 afterwards.
std::optional<Signer> read_ca(Tool& tool, const Options& options) {
  Signer signer;
  signer.certificate = load_certificate(tool, options.find("CA"), "CA certificate");
  if (!signer.certificate) return std::nullopt;
  if (!tool.is_modern()) tool.error("Getting CA Private Key\n");
  signer.key = load_key(tool, options.value("CAkey", options.value("CA")), {"CA private key"}, options.find("passin"));
  if (!signer.key) return std::nullopt;
  if (tool.is_modern() && (!tool.open_output(options.find("out")) || !fits(tool, signer))) return std::nullopt;
  if (!options.has("set_serial") && !(signer.serial = next_serial(tool, options))) return std::nullopt;
  if (!tool.is_modern() && !fits(tool, signer)) return std::nullopt;
  return signer;
}

std::optional<Signer> read_signer(Tool& tool, const Options& options) {
  if (options.has("CA")) return read_ca(tool, options);
  const auto file = options.find(options.has("signkey") ? "signkey" : "key");
  if (!file) {
    tool.fail("We need a private key to sign with, use -key or -CAkey or -CA with private key");
    return std::nullopt;
  }
  if (!tool.is_modern()) tool.error("Getting Private key\n");
  Signer signer;
  signer.key = load_key(tool, *file, {"private key"}, options.find("passin"));
  if (!signer.key) return std::nullopt;
  signer.serial = crypto::random_serial(tool.randomness());
  return signer;
}

struct ExtensionSource {
  std::optional<crypto::Configuration> configuration;
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

std::optional<base::Bytes> make_extensions(Tool& tool, const ExtensionSource& source, const Subject& subject,
                                           const Signer& signer) {
  if (!source.configuration) return base::Bytes{};
  const crypto::ExtensionContext context{subject.name, subject.key,
                                         signer.certificate ? &*signer.certificate : nullptr};
  auto made = crypto::extensions_of(*source.configuration, source.section, context);
  if (made) return std::move(*made);
  tool.error(made.error().detail + "\n");
  tool.fail((tool.is_modern() ? "Error checking extension section " : "Error Loading extension section ") +
            source.section);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> signing_digest(Tool& tool, const Options& options, const crypto::PrivateKey& key) {
  const std::string usual = tool.personality() == Personality::v1_0 ? "sha1" : "sha256";
  const std::string digest = options.free.empty() ? usual : options.free;
  if (crypto::can_sign_with(key, digest)) return digest;
  tool.fail(tool.name() + ": signing with " + digest + " is not emulated for this key");
  return std::nullopt;
}

std::optional<crypto::Certificate> sign_certificate(Tool& tool, const Options& options) {
  const long days = options.number("days", usual_days);
  if (days < 0 || days > most_days) return tool.usage("x509: -days must be 0 to 3650000"), std::nullopt;
  std::optional<base::Bytes> given;
  if (const auto text = options.find("set_serial"); text && !(given = serial_of(*text)))
    return tool.fail("x509: Bad serial number: " + *text), std::nullopt;
  const auto extensions = read_extension_file(tool, options);
  if (!extensions) return std::nullopt;
  const auto subject = read_subject_of(tool, options);
  if (!subject) return std::nullopt;
  const auto signer = read_signer(tool, options);
  if (!signer) return std::nullopt;
  const auto digest = signing_digest(tool, options, *signer->key);
  if (!digest) return std::nullopt;
  const auto der = make_extensions(tool, *extensions, *subject, *signer);
  if (!der) return std::nullopt;
  crypto::ToolCertificate content{given ? *given : *signer->serial,
                                  signer->certificate ? signer->certificate->subject() : subject->name,
                                  subject->name,
                                  tool.now(),
                                  tool.now() + std::chrono::hours(24 * days),
                                  signer->certificate ? subject->key : signer->key->public_key(),
                                  *der};
  return crypto::issue_with(content, *signer->key, *digest, tool.randomness());
}

}  // namespace ringside::openssl
