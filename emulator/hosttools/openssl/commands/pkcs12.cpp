// emulator/hosttools/openssl/commands/pkcs12.cpp - openssl pkcs12: prints a PKCS#12 file. pkcs12_export.cpp makes one.

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_bags.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/pkcs12_export.hpp"
#include "emulator/hosttools/openssl/libcrypto/pkcs12_text.hpp"
#include "emulator/hosttools/openssl/load.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec pkcs12_options[] = {{"export"},
                                         {"in", Takes::text},
                                         {"out", Takes::text},
                                         {"inkey", Takes::text},
                                         {"certfile", Takes::text},
                                         {"name", Takes::text},
                                         {"caname", Takes::text},
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
                                         {"info"},
                                         {"chain"},
                                         {"CAfile", Takes::text},
                                         {"nomac"},
                                         {"nomacver"},
                                         {"keypbe", Takes::text},
                                         {"certpbe", Takes::text},
                                         {"descert"},
                                         {"macalg", Takes::text},
                                         {"iter", Takes::number},
                                         {"noiter"},
                                         {"nomaciter"},
                                         {"maciter"},
                                         {"CApath", Takes::refused},
                                         {"CAstore", Takes::refused},
                                         {"untrusted", Takes::refused},
                                         {"twopass", Takes::refused},
                                         {"keyex", Takes::refused},
                                         {"keysig", Takes::refused},
                                         {"LMK", Takes::refused},
                                         {"CSP", Takes::refused},
                                         {"engine", Takes::refused}};

/// Prints the parts of a PKCS#12 that the options ask for.
class Printer {
 public:
  Printer(Tool& tool, const Options& options, const base::Secret& password)
      : tool_(tool),
        options_(options),
        password_(password),
        keys_(!options.has("nokeys") && !options.has("noout")),
        certificates_(!options.has("nocerts") && !options.has("noout")) {}

  /// Prints all parts up to the first one that fails, which sets exit status 1.
  void print(const std::vector<crypto::Pkcs12Safe>& safes) {
    for (const crypto::Pkcs12Safe& safe : safes) {
      const std::string protection = pkcs12_protection_text(safe.algorithm);
      info(protection.empty() ? "PKCS7 Data" : "PKCS7 Encrypted data: " + protection);
      const bool readable = can_open(protection);
      for (const crypto::Pkcs12Bag& bag : safe.bags)
        if (!readable || !print_bag(bag)) return finish(!readable);
    }
    finish(false);
  }

 private:
  void info(const std::string& text) {
    if (options_.has("info")) tool_.error(text + "\n");
  }

  // In 3.0, RC2 and RC4 need -legacy.
  [[nodiscard]] bool can_open(const std::string& protection) const {
    const bool old = protection.find("RC2") != std::string::npos || protection.find("RC4") != std::string::npos;
    return !old || !tool_.is_modern() || options_.has("legacy");
  }

  void finish(bool failed) {
    if (failed) tool_.fail("Error outputting keys and certificates");
    tool_.write(options_.find("out"), text_, 0600);
  }

  static std::string attributes(const crypto::Pkcs12Bag& bag) {
    const std::string text = pkcs12_attributes_text(bag.attributes);
    return text.empty() ? "Bag Attributes: <No Attributes>\n" : "Bag Attributes\n" + text;
  }

  bool print_bag(const crypto::Pkcs12Bag& bag) {
    switch (bag.kind) {
      case crypto::Pkcs12BagKind::certificate:
        info("Certificate bag");
        return print_certificate(bag);
      case crypto::Pkcs12BagKind::shrouded_key:
        info("Shrouded Keybag: " + pkcs12_protection_text(bag.algorithm));
        return print_key(bag);
      case crypto::Pkcs12BagKind::clear_key:
        info("Key bag");
        return print_key(bag);
      case crypto::Pkcs12BagKind::secret:
        info("Secret bag");
        return true;
    }
    return true;
  }

  bool print_certificate(const crypto::Pkcs12Bag& bag) {
    const bool of_key = bag.local_key_id.has_value();
    if (!certificates_ || (of_key ? options_.has("cacerts") : options_.has("clcerts"))) return true;
    const auto certificate = crypto::Certificate::from_der(bag.content);
    if (!certificate) return true;
    text_ += attributes(bag) + name_line(tool_, "subject", certificate->subject()) +
             name_line(tool_, "issuer", certificate->issuer()) + crypto::armor(certificate->der(), "CERTIFICATE");
    return true;
  }

  bool print_key(const crypto::Pkcs12Bag& bag) {
    if (!keys_) return true;
    const auto key = crypto::key_of_bag(bag, password_);
    if (!key) return tool_.fail("pkcs12: " + key.error().detail), false;
    std::optional<crypto::KeyProtection> protection;
    if (!options_.has("nodes") && !options_.has("noenc")) {
      if (!passphrase_) passphrase_ = new_passphrase();
      if (!passphrase_) return tool_.set_status(1), false;
      protection = crypto::KeyProtection{options_.free.empty() ? "aes256" : options_.free, *passphrase_};
    }
    text_ += attributes(bag) + "Key Attributes: <No Attributes>\n";
    text_ += crypto::pem_key(*key, protection, tool_.randomness());
    return true;
  }

  std::optional<base::Secret> new_passphrase() {
    const auto source = options_.find("passout");
    return source ? tool_.password(*source) : tool_.ask_new("Enter PEM pass phrase:");
  }

  Tool& tool_;
  const Options& options_;
  const base::Secret& password_;
  bool keys_, certificates_;
  std::optional<base::Secret> passphrase_;
  std::string text_;
};

void read_package(Tool& tool, const Options& options) {
  const auto bytes = tool.read(options.find("in"));
  if (!bytes) return;
  const auto source = options.find("passin");
  const auto password =
      pkcs12_password(tool, source ? source : options.find("password"), "Enter Import Password:", false);
  if (!password) return;
  const auto safes = crypto::read_pkcs12_safes(*bytes, *password);
  if (options.has("info")) tool.error(pkcs12_mac_text(*bytes));
  if (safes) return Printer(tool, options, *password).print(*safes);
  if (safes.error().kind == crypto::ProblemKind::wrong_password)
    return tool.fail("Mac verify error: invalid password?");
  tool.fail("error:pkcs12:" + safes.error().detail);
}

}  // namespace

void run_pkcs12(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {pkcs12_options, FreeOption::cipher, 0});
  if (!options) return;
  if (options->has("export"))
    export_pkcs12(tool, *options);
  else
    read_package(tool, *options);
}

}  // namespace ringside::openssl
