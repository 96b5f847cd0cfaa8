// emulator/openssl/genrsa.cpp - openssl genrsa and genpkey: new private keys.
#include <array>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/key_pem.hpp"
#include "emulator/openssl/key_output.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec genrsa_table[] = {{"out", Takes::text},
                                       {"passout", Takes::text},
                                       {"traditional"},
                                       {"f4"},
                                       {"F4"},
                                       {"3", Takes::refused},
                                       {"primes", Takes::refused},
                                       {"verbose"},
                                       {"engine", Takes::refused}};
constexpr OptionSpec genpkey_table[] = {
    {"out", Takes::text},          {"outform", Takes::text},     {"pass", Takes::text},
    {"algorithm", Takes::text},    {"pkeyopt", Takes::text},     {"text", Takes::refused},
    {"paramfile", Takes::refused}, {"genparam", Takes::refused}, {"quiet"},
    {"engine", Takes::refused}};

// Dots and plus signs tell of a search that nobody can repeat; these stand for it.
void print_progress(Tool& tool, long bits) {
  const bool oldest = tool.personality() == Personality::v1_0;
  tool.error(fmt::format("Generating RSA private key, {} bit long modulus{}\n", bits, oldest ? "" : " (2 primes)"));
  tool.error(oldest ? "....+++\n....+++\n" : "....+++++\n....+++++\n");
  tool.error(oldest ? "e is 65537 (0x10001)\n" : "e is 65537 (0x010001)\n");
}

std::optional<long> bits_of(Tool& tool, const Options& options) {
  constexpr long usual = 2'048;
  if (options.rest.empty()) return usual;
  const auto bits = read_number(options.rest.front());
  if (!bits)
    tool.fail(fmt::format("{}: Can't parse \"{}\" as a number", tool.name(), base::printable(options.rest.front())));
  return bits;
}

struct Curve {
  std::string_view name;
  crypto::KeySpec spec;
};
constexpr std::array<Curve, 8> curves = {{{"P-256", {crypto::KeyType::nist_ecc, 256}},
                                          {"prime256v1", {crypto::KeyType::nist_ecc, 256}},
                                          {"P-384", {crypto::KeyType::nist_ecc, 384}},
                                          {"secp384r1", {crypto::KeyType::nist_ecc, 384}},
                                          {"P-521", {crypto::KeyType::nist_ecc, 521}},
                                          {"secp521r1", {crypto::KeyType::nist_ecc, 521}},
                                          {"brainpoolP256r1", {crypto::KeyType::brainpool_ecc, 256}},
                                          {"brainpoolP384r1", {crypto::KeyType::brainpool_ecc, 384}}}};

/// One -pkeyopt; false: said.
bool apply_option(Tool& tool, const std::string& option, crypto::KeySpec& spec) {
  const std::string name = option.substr(0, option.find(':'));
  const std::string value = option.size() > name.size() ? option.substr(name.size() + 1) : "";
  if (spec.type == crypto::KeyType::rsa && name == "rsa_keygen_bits")
    if (const auto bits = read_number(value)) return spec.bits = static_cast<int>(*bits), true;
  if (spec.type != crypto::KeyType::rsa && name == "ec_paramgen_curve")
    for (const Curve& curve : curves)
      if (curve.name == value) return spec = curve.spec, true;
  if (name == "ec_param_enc" && value == "named_curve") return true;
  tool.fail(fmt::format("genpkey: Error setting {} parameter:", base::printable(option)));
  return false;
}

}  // namespace

bool write_key(Tool& tool, const crypto::PrivateKey& key, const KeyOutput& output) {
  std::optional<crypto::KeyProtection> protection;
  std::optional<base::Secret> passphrase = output.passphrase;
  if (!tool.open_output(output.file, 0600)) return false;
  if (!output.cipher.empty()) {
    if (!passphrase) passphrase = tool.ask_new(output.prompt.empty() ? "Enter PEM pass phrase:" : output.prompt);
    if (!passphrase) return false;
    protection = crypto::KeyProtection{output.cipher, *passphrase};
  }
  const bool traditional =
      output.form == KeyForm::traditional || (output.form == KeyForm::of_release && !tool.is_modern());
  const std::string text = traditional ? crypto::pem_traditional_key(key, protection, tool.randomness())
                                       : crypto::pem_key(key, protection, tool.randomness());
  return tool.write(output.file, text, 0600);
}

void run_genrsa(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {genrsa_table, FreeOption::cipher, 1});
  if (!options) return;
  const auto bits = bits_of(tool, *options);
  if (!bits) return;
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("passout"); source && !(passphrase = tool.password(*source))) return;
  if (!tool.open_output(options->find("out"), 0600)) return;
  const crypto::KeySpec spec{crypto::KeyType::rsa, static_cast<int>(std::min<long>(*bits, 1 << 20))};
  if (!crypto::can_generate(spec))
    return tool.fail(*bits < 512 ? "Error setting RSA length" : "genrsa: keys of more than 4096 bits are not emulated");
  if (!tool.is_modern()) print_progress(tool, *bits);
  const std::string prompt = tool.is_modern() ? "" : "Enter pass phrase for " + options->value("out") + ":";
  write_key(tool, tool.generate_key(spec),
            {options->find("out"), options->free, passphrase,
             options->has("traditional") ? KeyForm::traditional : KeyForm::of_release, prompt});
}

void run_genpkey(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {genpkey_table, FreeOption::cipher, 0});
  if (!options) return;
  const std::string algorithm = base::upper(options->value("algorithm"));
  if (algorithm.empty()) return tool.usage("");
  if (algorithm != "RSA" && algorithm != "EC")
    return tool.fail(fmt::format("Error initializing {} context", base::printable(algorithm)));
  if (const std::string form = base::upper(options->value("outform", "PEM")); form != "PEM")
    return tool.usage("genpkey: -outform " + base::printable(form) + " is not emulated");
  crypto::KeySpec spec{algorithm == "RSA" ? crypto::KeyType::rsa : crypto::KeyType::other, 2'048};
  for (const std::string& option : options->repeated)
    if (!apply_option(tool, option, spec)) return;
  if (!crypto::can_generate(spec)) return tool.fail("genpkey: Error generating key");
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("pass"); source && !(passphrase = tool.password(*source))) return;
  // Even 1.x wrote PKCS#8 here; only its genrsa kept the older form.
  write_key(tool, tool.generate_key(spec),
            {options->find("out"), options->free, passphrase, KeyForm::pkcs8, ""});
}

}  // namespace ringside::openssl
