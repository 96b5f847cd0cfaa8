// emulator/hosttools/openssl/commands/key_output.hpp - a private key on its way into a file: its form, cipher and pass
// phrase.
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
  std::string cipher;                      ///< empty: in clear
  std::optional<base::Secret> passphrase;  ///< asked for twice where there is a cipher and none is given
  KeyForm form = KeyForm::of_release;
  bool der = false;
  std::string before{}, after{};  ///< text around the key in its file
  std::string prompt{};           ///< "Enter PEM pass phrase:" where it is empty
};

/// Writes the file with mode 0600, or to standard output. False: said, status 1; an emptied file stays behind, as the
/// real tool leaves it.
bool write_key(Tool& tool, const crypto::PrivateKey& key, const KeyOutput& output);

}  // namespace ringside::openssl
