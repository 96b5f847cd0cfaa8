// emulator/openssl/x509.cpp - openssl x509: looks at certificates, and makes them out of requests.
#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/name_text.hpp"
#include "emulator/crypto/package.hpp"
#include "emulator/crypto/tool_text.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/names.hpp"
#include "emulator/openssl/x509_sign.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec table[] = {{"in", Takes::text},
                                {"out", Takes::text},
                                {"inform", Takes::text},
                                {"outform", Takes::text},
                                {"req"},
                                {"CA", Takes::text},
                                {"CAkey", Takes::text},
                                {"CAserial", Takes::text},
                                {"CAcreateserial"},
                                {"set_serial", Takes::text},
                                {"days", Takes::number},
                                {"extfile", Takes::text},
                                {"extensions", Takes::text},
                                {"signkey", Takes::text},
                                {"key", Takes::text},
                                {"passin", Takes::text},
                                {"noout"},
                                {"text"},
                                {"subject"},
                                {"issuer"},
                                {"serial"},
                                {"dates"},
                                {"startdate"},
                                {"enddate"},
                                {"fingerprint"},
                                {"hash"},
                                {"subject_hash"},
                                {"pubkey"},
                                {"nameopt", Takes::text},
                                {"checkend", Takes::number},
                                {"new", Takes::refused},
                                {"x509toreq", Takes::refused},
                                {"purpose", Takes::refused},
                                {"ext", Takes::refused},
                                {"copy_extensions", Takes::refused},
                                {"force_pubkey", Takes::refused},
                                {"trustout", Takes::refused},
                                {"certopt", Takes::refused},
                                {"checkhost", Takes::refused},
                                {"checkip", Takes::refused},
                                {"ocsp_uri", Takes::refused},
                                {"modulus", Takes::refused},
                                {"CAform", Takes::refused},
                                {"CAkeyform", Takes::refused},
                                {"engine", Takes::refused}};

std::string parted(const base::Bytes& bytes) {
  std::string text;
  for (const std::uint8_t octet : bytes) text += fmt::format("{}{:02X}", text.empty() ? "" : ":", octet);
  return text;
}

std::string serial_text(const crypto::Certificate& certificate) {
  const std::string serial = certificate.serial();
  return serial.size() > 2 && serial.starts_with("00") ? serial.substr(2) : serial;
}

std::string fingerprint(const Tool& tool, const Options& options, const crypto::Certificate& certificate) {
  const std::string digest = options.free.empty() ? "sha1" : options.free;
  const auto value = crypto::digest_of(digest, certificate.der());
  const std::string name = tool.is_modern() && digest == "sha256" ? "sha256" : base::upper(digest);
  return fmt::format("{} Fingerprint={}\n", name, value ? parted(*value) : "");
}

/// What one option prints; empty for those that print nothing.
std::string piece(const Tool& tool, const std::string& option, const Options& options,
                  const crypto::Certificate& certificate) {
  if (option == "subject") return name_line(tool, "subject", certificate.subject(), options.value("nameopt"));
  if (option == "issuer") return name_line(tool, "issuer", certificate.issuer(), options.value("nameopt"));
  if (option == "serial") return "serial=" + serial_text(certificate) + "\n";
  std::string text;
  if (option == "dates" || option == "startdate")
    text += "notBefore=" + crypto::time_text(certificate.not_before()) + "\n";
  if (option == "dates" || option == "enddate") text += "notAfter=" + crypto::time_text(certificate.not_after()) + "\n";
  if (option == "fingerprint") return fingerprint(tool, options, certificate);
  if (option == "hash" || option == "subject_hash") return crypto::subject_hash(certificate) + "\n";
  if (option == "pubkey") return crypto::armor(certificate.public_key().spki(), "PUBLIC KEY");
  if (option == "text") return crypto::certificate_text(certificate);
  return text;
}

void check_end(Tool& tool, const Options& options, const crypto::Certificate& certificate) {
  if (!options.has("checkend")) return;
  const auto then = tool.now() + std::chrono::seconds(options.number("checkend", 0));
  const bool expires = certificate.not_after() < then;
  tool.out(expires ? "Certificate will expire\n" : "Certificate will not expire\n");
  if (expires) tool.set_status(1);
}

void show(Tool& tool, const Options& options, const crypto::Certificate& certificate) {
  std::string text;
  for (const std::string& option : options.order) text += piece(tool, option, options, certificate);
  const bool der = base::upper(options.value("outform", "PEM")) == "DER";
  if (!options.has("noout"))
    text += der ? base::to_text(certificate.der()) : crypto::armor(certificate.der(), "CERTIFICATE");
  // The real tool writes what it prints about a certificate into -out as well.
  if (!tool.write(options.find("out"), text)) return;
  check_end(tool, options, certificate);
}

bool is_form(Tool& tool, const Options& options, const std::string& name) {
  const std::string form = base::upper(options.value(name, "PEM"));
  if (form == "PEM" || form == "DER") return true;
  tool.usage(fmt::format("x509: Invalid format \"{}\" for option -{}", base::printable(options.value(name)), name));
  return false;
}

}  // namespace

void run_x509(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {table, FreeOption::digest, 0});
  if (!options || !is_form(tool, *options, "inform") || !is_form(tool, *options, "outform")) return;
  if (const auto style = options->find("nameopt"); style && !is_name_style(*style))
    return tool.usage("x509: -nameopt " + base::printable(*style) + " is not emulated");
  const bool signs = options->has("req") || options->has("CA") || options->has("signkey") || options->has("key");
  if (signs) {
    if (const auto made = sign_certificate(tool, *options)) show(tool, *options, *made);
    return;
  }
  const bool pem_only = base::upper(options->value("inform")) == "PEM";
  if (const auto certificate = load_certificate(tool, options->find("in"), "certificate", pem_only))
    show(tool, *options, *certificate);
}

}  // namespace ringside::openssl
