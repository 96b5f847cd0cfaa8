// emulator/hosttools/openssl/commands/key.cpp - openssl rsa, ec, pkey and pkcs8: convert and show keys.
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"
#include "emulator/hosttools/openssl/commands/key_output.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/load.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec key_options[] = {{"in", Takes::text},
                                      {"out", Takes::text},
                                      {"inform", Takes::text},
                                      {"outform", Takes::text},
                                      {"passin", Takes::text},
                                      {"passout", Takes::text},
                                      {"pubin"},
                                      {"pubout"},
                                      {"noout"},
                                      {"text"},
                                      {"text_pub"},
                                      {"check"},
                                      {"pubcheck"},
                                      {"modulus"},
                                      {"traditional"},
                                      {"RSAPublicKey_in", Takes::refused},
                                      {"RSAPublicKey_out", Takes::refused},
                                      {"conv_form", Takes::refused},
                                      {"param_enc", Takes::refused},
                                      {"param_out", Takes::refused},
                                      {"no_public", Takes::refused},
                                      {"engine", Takes::refused}};

constexpr OptionSpec pkcs8_table[] = {{"in", Takes::text},
                                      {"out", Takes::text},
                                      {"inform", Takes::text},
                                      {"outform", Takes::text},
                                      {"passin", Takes::text},
                                      {"passout", Takes::text},
                                      {"topk8"},
                                      {"nocrypt"},
                                      {"v2", Takes::text},
                                      {"v2prf", Takes::refused},
                                      {"v1", Takes::refused},
                                      {"iter", Takes::refused},
                                      {"scrypt", Takes::refused},
                                      {"traditional", Takes::refused},
                                      {"engine", Takes::refused}};

/// The texts that differ between rsa, ec and pkey.
struct Wording {
  const char* subject;  ///< of the result of -check
  const char* good;
  const char* bad;
  const char* key;         ///< of a private key that cannot be read
  const char* public_key;  ///< of a public key that cannot be read
  const char* prompt;      ///< for a new pass phrase
};

const Wording& wording_of(const Tool& tool) {
  static constexpr Wording rsa = {"RSA key", " ok", " error", "private key", "public key", "Enter pass phrase:"};
  static constexpr Wording ec = {"EC Key",      " valid.",    " Invalid!",
                                 "private key", "public key", "Enter pass phrase for PEM:"};
  static constexpr Wording any = {"Key is", " valid", " invalid", "key", "key of Public Key", ""};
  return tool.name() == "rsa" ? rsa : tool.name() == "ec" ? ec : any;
}

bool check(Tool& tool, const crypto::PrivateKey& key) {
  const bool sound = key.is_sound();
  const Wording& wording = wording_of(tool);
  const std::string verdict = std::string(wording.subject) + (sound ? wording.good : wording.bad) + "\n";
  if (tool.name() == "ec" && tool.is_modern())
    tool.error(verdict);
  else
    tool.out(verdict);
  if (!sound) tool.set_status(1);
  return sound;
}

bool is_right_kind(Tool& tool, crypto::KeyType type) {
  if (tool.name() == "rsa" && type != crypto::KeyType::rsa) return tool.fail("Not an RSA key"), false;
  const bool elliptic = type == crypto::KeyType::nist_ecc || type == crypto::KeyType::brainpool_ecc;
  if (tool.name() == "ec" && !elliptic) return tool.fail("Not an EC key"), false;
  return true;
}

void announce(Tool& tool) {
  if (tool.name() == "rsa") tool.error("writing RSA key\n");
  if (tool.name() == "ec") tool.error("writing EC key\n");
}

std::string public_text(const Options& options, const crypto::PublicKey& key) {
  return is_der(options, "outform") ? base::to_text(key.spki()) : crypto::armor(key.spki(), "PUBLIC KEY");
}

// pkey writes the key before its text, rsa and ec write it after the text.
std::string arranged(const Tool& tool, const std::string& text, const std::string& key) {
  return tool.name() == "pkey" ? key + text : text + key;
}

void show_public(Tool& tool, const Options& options, const crypto::PublicKey& key, const std::string& text) {
  const bool written = !options.has("noout");
  if (written) announce(tool);
  const std::string whole = arranged(tool, text, written ? public_text(options, key) : "");
  if (written)
    tool.write(options.find("out"), whole);
  else
    tool.out(whole);
}

std::string asked_text(const Options& options, const crypto::PublicKey& key, const crypto::PrivateKey* secret) {
  std::string text;
  if (options.has("text")) text += secret == nullptr ? public_key_text(key) : private_key_text(*secret);
  if (options.has("text_pub")) text += public_key_text(key);
  if (options.has("modulus")) text += modulus_line(key);
  return text;
}

void run_public(Tool& tool, const Options& options) {
  const auto key = load_public_key(tool, options.find("in"), wording_of(tool).public_key);
  if (!key || !is_right_kind(tool, key->spec().type)) return;
  show_public(tool, options, *key, asked_text(options, *key, nullptr));
}

void run_private(Tool& tool, const Options& options, const std::optional<base::Secret>& passphrase) {
  const Wording& wording = wording_of(tool);
  if (tool.name() == "ec") tool.error("read EC key\n");
  const auto key = load_key(tool, options.find("in"), wording.key, options.find("passin"));
  if (!key && tool.name() == "ec") return tool.fail("unable to load Key");
  if (!key || !is_right_kind(tool, key->spec().type)) return;
  const std::string text = asked_text(options, key->public_key(), &*key);
  const bool checks = options.has("check") || options.has("pubcheck");
  if (checks && !check(tool, *key)) return;
  if (options.has("pubout") || options.has("noout")) return show_public(tool, options, key->public_key(), text);
  announce(tool);
  // pkey writes PKCS#8 in all releases, ec the traditional form.
  const KeyForm usual = tool.name() == "pkey" ? KeyForm::pkcs8
                        : tool.name() == "ec" ? KeyForm::traditional
                                              : KeyForm::of_release;
  const bool last = tool.name() == "pkey";
  const bool written = write_key(
      tool, *key,
      {options.find("out"), options.free, passphrase, options.has("traditional") ? KeyForm::traditional : usual,
       is_der(options, "outform"), last ? "" : text, last ? text : "", tool.is_modern() ? wording.prompt : ""});
  if (!written && !options.free.empty() && tool.name() != "pkey" && tool.is_modern())
    tool.fail(tool.name() == "ec" ? "unable to write EC key" : "unable to write key");
}

}  // namespace

void run_key(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {key_options, FreeOption::cipher, 0});
  if (!options || !is_form(tool, *options, "inform") || !is_form(tool, *options, "outform")) return;
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("passout"); source && !(passphrase = tool.password(*source))) return;
  if (options->has("pubin"))
    run_public(tool, *options);
  else
    run_private(tool, *options, passphrase);
}

// With -topk8 it writes an encrypted key; without, it writes the key unencrypted.
void run_pkcs8(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {pkcs8_table, FreeOption::none, 0});
  if (!options || !is_form(tool, *options, "inform") || !is_form(tool, *options, "outform")) return;
  const std::string cipher = options->value("v2", "aes256");
  if (!crypto::is_key_cipher(cipher)) return tool.usage("pkcs8: Unknown cipher: " + base::printable(cipher));
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("passout"); source && !(passphrase = tool.password(*source))) return;
  const bool wraps = options->has("topk8");
  const auto file = options->find("in");
  if (file && !tool.read(file)) return;
  const auto key = load_key(tool, file, "key", options->find("passin"));
  if (!key) return;
  const bool encrypts = wraps && !options->has("nocrypt");
  write_key(tool, *key,
            {options->find("out"), encrypts ? cipher : "", passphrase, KeyForm::pkcs8, is_der(*options, "outform"), "",
             "", "Enter Encryption Password:"});
}

}  // namespace ringside::openssl
