// emulator/hosttools/openssl/commands/req_key.cpp - reads or makes the key of a request.
#include "emulator/hosttools/openssl/commands/req_key.hpp"

#include <cctype>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/openssl/commands/key_make.hpp"
#include "emulator/hosttools/openssl/commands/key_output.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::openssl {
namespace {

struct NewKey {
  std::string algorithm;
  std::optional<long> bits;
};

/// Reads the value of -newkey: "rsa", "rsa:2048", "ec", "ed25519". Returns nullopt after printing the error.
std::optional<NewKey> read_new_key(Tool& tool, const std::string& text) {
  const std::size_t colon = text.find(':');
  NewKey wanted{base::lower(text.substr(0, colon)), std::nullopt};
  const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool known = wanted.algorithm == "rsa" || wanted.algorithm == "ec" || wanted.algorithm == "dsa" ||
                     wanted.algorithm == "ed25519" || wanted.algorithm == "ed448";
  if (!known) return tool.fail("Error allocating keygen context"), std::nullopt;
  if (rest.empty()) return wanted;
  if (std::isdigit(static_cast<unsigned char>(rest.front())) == 0) {
    if (tool.look(rest))
      tool.usage("req: parameters out of files are not emulated");
    else
      tool.fail("Cannot open parameter file " + rest);
    return std::nullopt;
  }
  wanted.bits = read_number(rest.substr(0, rest.find_first_not_of("0123456789"))).value_or(1 << 20);
  return wanted;
}

std::optional<crypto::PrivateKey> generate(Tool& tool, const Options& options, const NewKey& wanted, long usual_bits) {
  const auto given = options.all("pkeyopt");
  if (wanted.algorithm == "ec" && given.empty()) return tool.fail("req: Error generating ec key"), std::nullopt;
  constexpr long least = 512;
  const long bits = wanted.bits.value_or(usual_bits);
  if (wanted.algorithm == "rsa" && bits < least) return tool.fail("Error setting keysize"), std::nullopt;
  if (!tool.is_modern()) tool.error(fmt::format("Generating a {} private key\n", base::upper(wanted.algorithm)));
  if (tool.is_modern() && options.has("verbose") && wanted.algorithm == "rsa")
    tool.error(fmt::format("Generating rsa key with {} bits\n", bits));
  auto key = make_key(tool, wanted.algorithm, given, bits);
  if (key && wanted.algorithm == "rsa") tool.error("....+++++\n....+++++\n");
  return key;
}

/// Reads the pass phrase for the new key's file; it stays empty if the tool must ask for it. Returns false after
/// printing the error.
bool read_passphrase(Tool& tool, const Options& options, const Configuration& configuration, const std::string& section,
                     std::optional<base::Secret>& passphrase) {
  if (const auto source = options.find("passout")) {
    passphrase = tool.password(*source);
    return passphrase.has_value();
  }
  if (const auto text = configuration.find(section, "output_password")) passphrase = base::Secret(*text);
  return true;
}

bool write(Tool& tool, const Options& options, const Configuration& configuration, const std::string& section,
           const crypto::PrivateKey& key, const std::optional<base::Secret>& passphrase) {
  const std::string usual_file = configuration.find(section, "default_keyfile").value_or("privkey.pem");
  const std::string file = options.value("keyout", usual_file);
  if (!tool.is_modern()) tool.error("writing new private key to '" + file + "'\n");
  if (tool.is_modern() && options.has("verbose")) tool.error("Writing private key to '" + file + "'\n");
  const std::string encrypts = configuration.find(section, "encrypt_key")
                                   .value_or(configuration.find(section, "encrypt_rsa_key").value_or("yes"));
  const bool clear = options.has("nodes") || options.has("noenc") || encrypts == "no";
  // All releases write PKCS#8 here.
  return write_key(tool, key, {file, clear ? "" : "des3", passphrase, KeyForm::pkcs8});
}

}  // namespace

std::optional<crypto::PrivateKey> request_key(Tool& tool, const Options& options, const Configuration& configuration,
                                              const std::string& section) {
  std::optional<base::Secret> passphrase;
  if (!read_passphrase(tool, options, configuration, section, passphrase)) return std::nullopt;
  if (options.has("key")) {
    auto source = options.find("passin");
    const auto fixed = configuration.find(section, "input_password");
    if (!source && fixed) source = "pass:" + *fixed;
    auto key = load_key(tool, options.find("key"), "private key", source);
    if (key && options.has("keyout") && !write(tool, options, configuration, section, *key, passphrase))
      return std::nullopt;
    return key;
  }
  const auto wanted = read_new_key(tool, options.value("newkey", "rsa"));
  if (!wanted) return std::nullopt;
  const auto usual_bits = read_number(configuration.find(section, "default_bits").value_or("2048"));
  const auto key = generate(tool, options, *wanted, usual_bits.value_or(2'048));
  if (!key || !write(tool, options, configuration, section, *key, passphrase)) return std::nullopt;
  tool.error("-----\n");
  return key;
}

}  // namespace ringside::openssl
