// emulator/hosttools/openssl/commands/key_output.hpp - writes a private key with its form, cipher and pass phrase.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

enum class KeyForm {
  of_release,  ///< traditional for 1.x, PKCS#8 for 3.0
  traditional,
  pkcs8,
};

struct KeyOutput {
  std::optional<std::string> file;
  std::string cipher;                      ///< empty: not encrypted
  std::optional<base::Secret> passphrase;  ///< asked for twice if a cipher needs one
  KeyForm form = KeyForm::of_release;
  bool der = false;
  std::string before{}, after{};  ///< text around the key in its file
  std::string prompt{};           ///< if empty, "Enter PEM pass phrase:"
};

/// Writes the key to its file with mode 0600, or to standard output. Returns false after printing the error and setting
/// exit status 1; like the real tool, it then leaves an empty file.
bool write_key(Tool& tool, const crypto::PrivateKey& key, const KeyOutput& output);

}  // namespace ringside::openssl
