// emulator/openssl/key.cpp - openssl rsa, ec and pkey: keys from one form into another.
#include "emulator/base/text.hpp"
#include "emulator/crypto/key_pem.hpp"
#include "emulator/crypto/package.hpp"
#include "emulator/crypto/tool_text.hpp"
#include "emulator/openssl/key_output.hpp"
#include "emulator/openssl/load.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec table[] = {{"in", Takes::text},
                                {"out", Takes::text},
                                {"passin", Takes::text},
                                {"passout", Takes::text},
                                {"pubout"},
                                {"noout"},
                                {"text"},
                                {"check"},
                                {"traditional"},
                                {"outform", Takes::text},
                                {"inform", Takes::text},
                                {"modulus", Takes::refused},
                                {"pubin", Takes::refused},
                                {"text_pub"},
                                {"engine", Takes::refused}};

bool check(Tool& tool, const crypto::PrivateKey& key) {
  const bool sound = key.is_sound();
  const std::string subject = tool.name() == "rsa" ? "RSA key" : tool.name() == "ec" ? "EC Key" : "Key is";
  const std::string verdict = tool.name() == "pkey" ? (sound ? " valid" : " invalid")
                              : tool.name() == "ec" ? (sound ? " valid." : " Invalid!")
                                                    : (sound ? " ok" : " error");
  tool.out(subject + verdict + "\n");
  if (!sound) tool.set_status(1);
  return sound;
}

bool is_right_kind(Tool& tool, const crypto::PrivateKey& key) {
  const bool rsa = key.spec().type == crypto::KeyType::rsa;
  if (tool.name() == "rsa" && !rsa) return tool.fail("Not an RSA key"), false;
  if (tool.name() == "ec" && (rsa || key.spec().type == crypto::KeyType::dsa)) return tool.fail("Not an EC key"), false;
  return true;
}

void announce(Tool& tool) {
  if (tool.name() == "rsa") tool.error("writing RSA key\n");
  if (tool.name() == "ec") tool.error("writing EC key\n");
}

}  // namespace

void run_key(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {table, FreeOption::cipher, 0});
  if (!options) return;
  if (base::upper(options->value("outform", "PEM")) != "PEM")
    return tool.usage(tool.name() + ": -outform " + base::printable(options->value("outform")) + " is not emulated");
  std::optional<base::Secret> passphrase;
  if (const auto source = options->find("passout"); source && !(passphrase = tool.password(*source))) return;
  const auto key = load_key(tool, options->find("in"), {"private key"}, options->find("passin"));
  if (!key || !is_right_kind(tool, *key)) return;
  if (options->has("text")) tool.out(crypto::private_key_text(*key));
  if (options->has("text_pub")) tool.out(crypto::public_key_text(key->public_key()));
  if (options->has("check") && !check(tool, *key)) return;
  if (options->has("noout")) return;
  announce(tool);
  if (options->has("pubout")) {
    tool.write(options->find("out"), crypto::armor(key->public_key().spki(), "PUBLIC KEY"));
    return;
  }
  // pkey of 1.x wrote PKCS#8 already.
  const KeyForm usual = tool.name() == "pkey" ? KeyForm::pkcs8 : KeyForm::of_release;
  write_key(tool, *key,
            {options->find("out"), options->free, passphrase,
             options->has("traditional") ? KeyForm::traditional : usual, ""});
}

}  // namespace ringside::openssl
