// emulator/hosttools/openssl/commands/key_output.cpp - writes a private key in the form of its release.
#include "emulator/hosttools/openssl/commands/key_output.hpp"

#include "emulator/crypto/keys/key_pem.hpp"

namespace ringside::openssl {

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
  const base::Randomness& randomness = tool.randomness();
  std::string text;
  if (output.der) {
    const auto old = traditional && !protection ? crypto::der_traditional_key(key) : std::nullopt;
    text = base::to_text(old ? *old : crypto::der_key(key, protection, randomness));
  } else {
    text = traditional ? crypto::pem_traditional_key(key, protection, randomness)
                       : crypto::pem_key(key, protection, randomness);
  }
  return tool.write(output.file, output.before + text + output.after, 0600);
}

}  // namespace ringside::openssl
