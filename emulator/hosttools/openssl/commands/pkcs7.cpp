// emulator/hosttools/openssl/commands/pkcs7.cpp - openssl pkcs7 and crl2pkcs7: show and make bags of
// certificates.
#include "emulator/crypto/containers/pkcs7.hpp"

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec pkcs7_table[] = {{"in", Takes::text},
                                      {"out", Takes::text},
                                      {"inform", Takes::text},
                                      {"outform", Takes::text},
                                      {"print_certs"},
                                      {"noout"},
                                      {"text"},
                                      {"print", Takes::refused}};
constexpr OptionSpec crl2pkcs7_table[] = {
    {"in", Takes::text}, {"out", Takes::text}, {"certfile", Takes::text}, {"nocrl"}, {"outform", Takes::text}};

std::string printed(const Tool& tool, const Options& options, const crypto::Certificate& certificate) {
  std::string text = options.has("text") ? certificate_text(certificate, *name_flags("compat"))
                                         : name_line(tool, "subject", certificate.subject()) +
                                               name_line(tool, "issuer", certificate.issuer());
  if (!options.has("noout")) text += crypto::armor(certificate.der(), "CERTIFICATE");
  return text + "\n";
}

void write_package(Tool& tool, const Options& options, const base::Bytes& der) {
  if (base::upper(options.value("outform", "PEM")) == "DER")
    tool.write(options.find("out"), der);
  else
    tool.write(options.find("out"), crypto::armor(der, "PKCS7"));
}

}  // namespace

void run_pkcs7(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {pkcs7_table, FreeOption::none, 0});
  if (!options || !is_form(tool, *options, "inform") || !is_form(tool, *options, "outform")) return;
  const auto bytes = tool.read(options->find("in"));
  if (!bytes) return;
  const auto der = first_block(*bytes, {"PKCS7", "PKCS #7 SIGNED DATA", "CMS"}, options->value("inform", "PEM"));
  const auto certificates = der ? crypto::read_pkcs7(*der) : tl::unexpected(crypto::Problem{});
  if (!certificates) return tool.fail("unable to load PKCS7 object");
  if (!options->has("print_certs")) {
    if (!options->has("noout")) write_package(tool, *options, *der);
    return;
  }
  std::string text;
  for (const crypto::Certificate& certificate : *certificates) text += printed(tool, *options, certificate);
  tool.write(options->find("out"), text);
}

void run_crl2pkcs7(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {crl2pkcs7_table, FreeOption::none, 0});
  if (!options) return;
  if (!options->has("nocrl")) return tool.usage("crl2pkcs7: revocation lists are not emulated; use -nocrl");
  std::vector<crypto::Certificate> certificates;
  for (const std::string& file : options->all("certfile")) {
    const auto bytes = tool.look(file);
    if (!bytes) return tool.error("error opening the file, " + file + "\n"), tool.fail("error loading certificates");
    for (crypto::Certificate& found : certificates_in(*bytes)) certificates.push_back(std::move(found));
  }
  write_package(tool, *options, crypto::pkcs7(certificates));
}

}  // namespace ringside::openssl
