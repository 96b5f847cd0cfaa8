// emulator/crypto/keys/key_pem.hpp - private keys in PEM and DER files, in clear and under a pass phrase.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// Whether the file holds a private key that needs a pass phrase: an encrypted PKCS#8, or "Proc-Type: 4,ENCRYPTED".
bool key_wants_passphrase(base::ByteView bytes);

/// Reads the first private key of a PEM text (PKCS#8, or the traditional form of RSA, EC or DSA), or a key in DER. A
/// wrong pass phrase is ProblemKind::wrong_password.
Result<PrivateKey> read_key_file(base::ByteView bytes, const std::optional<base::Secret>& passphrase);

/// Whether the name is a cipher option of openssl that is supported: "des3", "aes256", "aes-128-cbc", ...
bool is_key_cipher(std::string_view name);

struct KeyProtection {
  std::string cipher;  ///< is_key_cipher
  base::Secret passphrase;
};

/// The DER inside pem_key.
base::Bytes der_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
                    const base::Randomness& randomness);
/// The DER inside pem_traditional_key, in clear. Returns nullopt for key types without a traditional form.
std::optional<base::Bytes> der_traditional_key(const PrivateKey& key);
/// PEM in PKCS#8: "PRIVATE KEY", or "ENCRYPTED PRIVATE KEY" (PBES2, PBKDF2 with HMAC-SHA-256, 2048 iterations).
std::string pem_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
                    const base::Randomness& randomness);
/// PEM as before OpenSSL 3: "RSA PRIVATE KEY" or "EC PRIVATE KEY", encrypted under MD5 of the pass phrase and a
/// DEK-Info line. Key types without such a form are written as by
/// pem_key.
std::string pem_traditional_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
                                const base::Randomness& randomness);

}  // namespace ringside::crypto
