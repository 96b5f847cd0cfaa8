// emulator/hosttools/openssl/commands/x509_show.cpp - the text of each option that prints a fact of a certificate.
#include "emulator/hosttools/openssl/commands/x509_show.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

using crypto::Certificate;

struct View {
  const Tool& tool;
  const Options& options;
  const Showing& how;
  const Certificate& certificate;
};

std::string parted(const base::Bytes& bytes) {
  std::string text;
  for (const std::uint8_t octet : bytes) text += fmt::format("{}{:02X}", text.empty() ? "" : ":", octet);
  return text;
}

std::string serial_text(const Certificate& certificate) {
  const std::string serial = certificate.serial();
  return serial.size() > 2 && serial.starts_with("00") ? serial.substr(2) : serial;
}

// 3.0 prints the name of the digest as it was typed.
std::string fingerprint(const View& view) {
  const std::string digest = view.options.free.empty() ? "sha1" : view.options.free;
  const auto value = digest_of(digest, view.certificate.der());
  const bool as_typed = view.tool.is_modern() && !view.options.free_as_typed.empty();
  const std::string name = as_typed ? view.options.free_as_typed : base::upper(digest);
  return fmt::format("{} Fingerprint={}\n", name, value ? parted(*value) : "");
}

std::string lines_of(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& one : texts) text += one + "\n";
  return text;
}

using Piece = std::function<std::string(const View&)>;

const std::map<std::string, Piece>& pieces() {
  static const std::map<std::string, Piece> table = {
      {"subject", [](const View& v) { return name_line(v.tool, "subject", v.certificate.subject(), v.how.names); }},
      {"issuer", [](const View& v) { return name_line(v.tool, "issuer", v.certificate.issuer(), v.how.names); }},
      {"serial", [](const View& v) { return "serial=" + serial_text(v.certificate) + "\n"; }},
      {"next_serial", [](const View& v) { return next_serial_text(v.certificate) + "\n"; }},
      {"startdate",
       [](const View& v) { return "notBefore=" + time_text(v.certificate.not_before(), v.how.iso_dates) + "\n"; }},
      {"enddate",
       [](const View& v) { return "notAfter=" + time_text(v.certificate.not_after(), v.how.iso_dates) + "\n"; }},
      {"fingerprint", fingerprint},
      {"hash", [](const View& v) { return subject_hash(v.certificate) + "\n"; }},
      {"subject_hash", [](const View& v) { return subject_hash(v.certificate) + "\n"; }},
      {"subject_hash_old", [](const View& v) { return subject_hash(v.certificate, true) + "\n"; }},
      {"issuer_hash", [](const View& v) { return issuer_hash(v.certificate) + "\n"; }},
      {"issuer_hash_old", [](const View& v) { return issuer_hash(v.certificate, true) + "\n"; }},
      {"modulus", [](const View& v) { return modulus_line(v.certificate.public_key()); }},
      {"pubkey", [](const View& v) { return crypto::armor(v.certificate.public_key().spki(), "PUBLIC KEY"); }},
      {"purpose", [](const View& v) { return purposes_text(v.certificate); }},
      {"email", [](const View& v) { return lines_of(email_addresses(v.certificate)); }},
      {"ocsp_uri", [](const View& v) { return lines_of(ocsp_addresses(v.certificate)); }},
      // Only a TRUSTED CERTIFICATE has an alias, and its auxiliary data are not read here.
      {"alias", [](const View&) { return std::string("<No Alias>\n"); }},
      {"text", [](const View& v) { return certificate_text(v.certificate, v.how.names, v.how.hidden); }},
  };
  return table;
}

std::string extensions(Tool& tool, const Options& options, const Certificate& certificate) {
  std::vector<std::string> names;
  for (const std::string& name : base::split(options.value("ext"), ',')) names.push_back(base::trim(name));
  std::string text = extensions_text(certificate, names);
  if (text.empty()) tool.error("No extensions in certificate\n");
  return text;
}

}  // namespace

std::optional<Showing> showing(Tool& tool, const Options& options) {
  const auto names = name_style(tool, options);
  if (!names) return std::nullopt;
  const auto hidden = text_options(options.value("certopt", "compatible"));
  if (!hidden) return tool.usage(""), std::nullopt;
  const std::string dates = base::lower(options.value("dateopt", "rfc_822"));
  if (dates != "rfc_822" && dates != "iso_8601")
    return tool.fail("Invalid date format: " + options.value("dateopt")), std::nullopt;
  return Showing{*names, *hidden, dates == "iso_8601"};
}

std::vector<std::string> asked_in_order(const Options& options) {
  std::vector<std::string> all;
  for (const std::string& option : options.order) {
    if (option == "dates") {
      all.insert(all.end(), {"startdate", "enddate"});
    } else {
      all.push_back(option == "hash" ? "subject_hash" : option);
    }
  }
  std::vector<std::string> asked;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto later = std::find(all.begin() + static_cast<std::ptrdiff_t>(at) + 1, all.end(), all[at]);
    if (later == all.end()) asked.push_back(all[at]);
  }
  return asked;
}

bool append_piece(Tool& tool, const std::string& option, const Options& options, const Showing& how,
                  const Certificate& certificate, std::string& text) {
  if (option == "fingerprint" && !options.free.empty() && !digest_name(options.free))
    return tool.fail("Unknown digest"), false;
  if (option == "ext") text += extensions(tool, options, certificate);
  const auto found = pieces().find(option);
  if (found != pieces().end()) text += found->second({tool, options, how, certificate});
  return true;
}

std::string identifier_checks(const Options& options, const Certificate& certificate) {
  struct Check {
    const char* option;
    const char* word;
    Identifier kind;
  };
  static constexpr std::array checks = {Check{"checkhost", "Hostname", Identifier::host},
                                        Check{"checkemail", "Email", Identifier::email},
                                        Check{"checkip", "IP", Identifier::address}};
  std::string text;
  for (const Check& check : checks) {
    const auto value = options.find(check.option);
    if (!value) continue;
    const bool named = names_identifier(certificate, check.kind, *value);
    text += fmt::format("{} {} does{} match certificate\n", check.word, *value, named ? "" : " NOT");
  }
  return text;
}

}  // namespace ringside::openssl
