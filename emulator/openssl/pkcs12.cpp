// emulator/openssl/pkcs12.cpp - openssl pkcs12: a key with its certificates into one file, and out of it.
#include "emulator/crypto/pkcs12.hpp"

#include <algorithm>

#include "emulator/base/text.hpp"
#include "emulator/crypto/key_pem.hpp"
#include "emulator/crypto/package.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/names.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec table[] = {{"export"},
                                {"in", Takes::text},
                                {"out", Takes::text},
                                {"inkey", Takes::text},
                                {"certfile", Takes::text},
                                {"name", Takes::text},
                                {"passin", Takes::text},
                                {"passout", Takes::text},
                                {"password", Takes::text},
                                {"nokeys"},
                                {"nocerts"},
                                {"nodes"},
                                {"noenc"},
                                {"clcerts"},
                                {"cacerts"},
                                {"legacy"},
                                {"noout"},
                                {"info", Takes::refused},
                                {"chain", Takes::refused},
                                {"caname", Takes::refused},
                                {"nomac", Takes::refused},
                                {"keypbe", Takes::refused},
                                {"certpbe", Takes::refused},
                                {"macalg", Takes::refused},
                                {"CAfile", Takes::refused},
                                {"twopass", Takes::refused}};

/// -password stands for -passin when reading and for -passout when writing.
std::optional<std::string> source_of(const Options& options, const std::string& name) {
  const auto own = options.find(name);
  return own ? own : options.find("password");
}

void write_package(Tool& tool, const Options& options) {
  if (options.has("nokeys")) return tool.usage("pkcs12: -export -nokeys is not emulated");
  const auto key_file = options.has("inkey") ? options.find("inkey") : options.find("in");
  const auto key = load_key(tool, key_file, {"private key from -inkey file"}, options.find("passin"));
  if (!key) return;
  const auto in = options.find("in");
  auto certificates = in ? load_certificates(tool, *in) : std::optional<std::vector<crypto::Certificate>>();
  if (!certificates) return tool.fail("Unable to load certificates from -in file");
  const auto mine = std::find_if(certificates->begin(), certificates->end(),
                                 [&](const crypto::Certificate& each) { return key->matches(each.public_key()); });
  if (mine == certificates->end()) return tool.fail("No cert in -in file '" + *in + "' matches private key");
  std::rotate(certificates->begin(), mine, mine + 1);
  if (const auto more = options.find("certfile")) {
    const auto found = load_certificates(tool, *more);
    if (!found) return;
    certificates->insert(certificates->end(), found->begin(), found->end());
  }
  const auto source = source_of(options, "passout");
  const auto password = source ? tool.password(*source) : tool.ask_new("Enter Export Password:");
  if (!password) return;
  // 1.x wrote SHA-1 and 3DES or RC2, which is what -legacy asks of 3.0.
  const bool modern = tool.is_modern() && !options.has("legacy");
  const auto encryption = modern ? crypto::Pkcs12Encryption::aes_256 : crypto::Pkcs12Encryption::triple_des;
  tool.write(options.find("out"),
             crypto::pkcs12(*certificates, *key, *password, options.value("name"), encryption, tool.randomness()),
             0600);
}

std::string certificate_piece(const Tool& tool, const crypto::Certificate& certificate) {
  return name_line(tool, "subject", certificate.subject()) + name_line(tool, "issuer", certificate.issuer()) +
         crypto::armor(certificate.der(), "CERTIFICATE");
}

void read_out(Tool& tool, const Options& options, const crypto::Pkcs12Contents& contents) {
  std::string text;
  for (const crypto::Certificate& certificate : contents.certificates) {
    const bool of_client = contents.key && contents.key->matches(certificate.public_key());
    if (options.has("nocerts") || (options.has("clcerts") && !of_client) || (options.has("cacerts") && of_client))
      continue;
    text += certificate_piece(tool, certificate);
  }
  if (contents.key && !options.has("nokeys")) {
    std::optional<crypto::KeyProtection> protection;
    if (!options.has("nodes") && !options.has("noenc")) {
      const auto source = options.find("passout");
      const auto passphrase = source ? tool.password(*source) : tool.ask_new("Enter PEM pass phrase:");
      if (!passphrase) return;
      protection = crypto::KeyProtection{options.free.empty() ? "aes256" : options.free, *passphrase};
    }
    text += crypto::pem_key(*contents.key, protection, tool.randomness());
  }
  if (!options.has("noout")) tool.write(options.find("out"), text, 0600);
}

void read_package(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  if (!bytes) return;
  const auto source = source_of(options, "passin");
  const auto password = source ? tool.password(*source) : tool.ask("Enter Import Password:");
  if (!password) return tool.set_status(1);
  const auto contents = crypto::read_pkcs12(*bytes, *password);
  if (contents) return read_out(tool, options, *contents);
  if (contents.error().kind == crypto::ProblemKind::wrong_password)
    return tool.fail("Mac verify error: invalid password?");
  tool.fail("pkcs12: " + contents.error().detail);
}

}  // namespace

void run_pkcs12(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {table, FreeOption::cipher, 0});
  if (!options) return;
  if (options->has("export"))
    write_package(tool, *options);
  else
    read_package(tool, *options);
}

}  // namespace ringside::openssl
