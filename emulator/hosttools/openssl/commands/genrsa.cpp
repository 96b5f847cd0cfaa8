// emulator/hosttools/openssl/commands/genrsa.cpp - openssl genrsa and genpkey: make private keys.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/key_make.hpp"
#include "emulator/hosttools/openssl/commands/key_output.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec genrsa_table[] = {{"out", Takes::text},
                                       {"passout", Takes::text},
                                       {"traditional"},
                                       {"f4"},
                                       {"F4"},
                                       {"3", Takes::refused},
                                       {"primes", Takes::number},
                                       {"verbose"},
                                       {"engine", Takes::refused}};
constexpr OptionSpec genpkey_table[] = {
    {"out", Takes::text},          {"outform", Takes::text},     {"pass", Takes::text},
    {"algorithm", Takes::text},    {"pkeyopt", Takes::text},     {"text"},
    {"paramfile", Takes::refused}, {"genparam", Takes::refused}, {"quiet"},
    {"engine", Takes::refused}};

// The real tool prints dots and plus signs during its random search for primes. These take their place.
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

}  // namespace

void run_genrsa(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {genrsa_table, FreeOption::cipher, arguments.size()});
  if (!options) return;
  if (options->rest.size() > 1) return tool.usage(tool.is_modern() ? "Extra arguments given." : "");
  const auto bits = bits_of(tool, *options);
  if (!bits) return;
  if (*bits <= 0) return tool.set_status(1);
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("passout"); source && !(passphrase = tool.password(*source))) return;
  if (!tool.open_output(options->find("out"), 0600)) return;
  if (options->number("primes", 2) != 2) return tool.fail("genrsa: Error generating RSA key");
  const crypto::KeySpec spec{crypto::KeyType::rsa, static_cast<int>(std::min<long>(*bits, 1 << 20))};
  if (!crypto::can_generate(spec))
    return tool.fail(*bits < 512 ? "Error setting RSA length" : "genrsa: keys of more than 4096 bits are not emulated");
  if (!tool.is_modern()) print_progress(tool, *bits);
  const bool tells = tool.is_modern() && options->has("verbose");
  if (tells) tool.error(fmt::format("Generating RSA key with {} bits\n", *bits));
  const auto key = tool.generate_key(spec);
  if (tells) tool.error("e is 65537 (0x010001)\n");
  const std::string prompt = tool.is_modern() ? "" : "Enter pass phrase for " + options->value("out") + ":";
  write_key(tool, key,
            {options->find("out"), options->free, passphrase,
             options->has("traditional") ? KeyForm::traditional : KeyForm::of_release, false, "", "", prompt});
}

void run_genpkey(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {genpkey_table, FreeOption::cipher, 0});
  if (!options || !is_form(tool, *options, "outform")) return;
  if (!options->has("algorithm")) return tool.usage("");
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("pass"); source && !(passphrase = tool.password(*source))) return;
  const auto key = make_key(tool, options->value("algorithm"), options->all("pkeyopt"));
  if (!key) return;
  // All releases write PKCS#8 here; only genrsa of 1.x keeps the older form.
  const std::string text = options->has("text") ? private_key_text(*key) : "";
  write_key(tool, *key,
            {options->find("out"), options->free, passphrase, KeyForm::pkcs8, is_der(*options, "outform"), "", text});
}

}  // namespace ringside::openssl
