// emulator/crypto/keys/key.hpp - public and private keys as values.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/result.hpp"

using EVP_PKEY = struct evp_pkey_st;  // as OpenSSL declares it

namespace ringside::crypto {

enum class KeyType { rsa, dsa, nist_ecc, brainpool_ecc, other };

struct KeySpec {
  KeyType type = KeyType::rsa;
  int bits = 2048;
  friend bool operator==(const KeySpec&, const KeySpec&) = default;
};

/// Copies share one state. A key that this program made holds only its DER. handle() decodes OpenSSL's object on first
/// use, because decoding costs a hundred times as much as writing the DER. It may be called from several threads.
class PublicKey {
 public:
  /// Reads a DER SubjectPublicKeyInfo. Octets after it are an error.
  static Result<PublicKey> from_spki(base::ByteView der);
  /// Takes a key from outside that OpenSSL has decoded. Refuses numbers that cannot be those of a key.
  static Result<PublicKey> from_foreign(const std::shared_ptr<EVP_PKEY>& key);
  /// Throws ForeignData if OpenSSL cannot encode the key.
  explicit PublicKey(std::shared_ptr<EVP_PKEY> key);
  /// A key whose SubjectPublicKeyInfo this program has written. `spki` is not checked.
  PublicKey(base::Bytes spki, KeySpec spec);

  [[nodiscard]] const base::Bytes& spki() const;
  [[nodiscard]] KeySpec spec() const;
  /// The subject key identifier as RACF makes it: SHA-1 of the subjectPublicKey bits (RFC 5280 4.2.1.2, method 1).
  [[nodiscard]] base::Bytes key_identifier() const;
  /// SHA-256 of the SubjectPublicKeyInfo in upper-case hex. The database compares public keys by it.
  [[nodiscard]] std::string fingerprint() const;
  [[nodiscard]] EVP_PKEY* handle() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

class PrivateKey {
 public:
  /// Reads a DER PKCS#8 PrivateKeyInfo in clear. Octets after it and key types that RACF does not have are errors.
  static Result<PrivateKey> from_pkcs8(base::ByteView der);
  /// As from_pkcs8, but also accepts keys that RACF does not have: EdDSA and any curve.
  static Result<PrivateKey> from_pkcs8_of_any_kind(base::ByteView der);
  /// Takes a key from outside that OpenSSL has decoded. Refuses more than limits::rsa_bits_most bits and numbers that
  /// cannot be those of a key.
  static Result<PrivateKey> from_foreign(const std::shared_ptr<EVP_PKEY>& key);
  /// Throws ForeignData if OpenSSL cannot encode the key.
  explicit PrivateKey(std::shared_ptr<EVP_PKEY> key);
  /// A key whose PKCS#8 this program has written. `pkcs8` is not checked.
  PrivateKey(base::Bytes pkcs8, PublicKey public_key);

  [[nodiscard]] const base::Bytes& pkcs8() const;
  [[nodiscard]] const PublicKey& public_key() const;
  [[nodiscard]] KeySpec spec() const { return public_key().spec(); }
  /// Whether the numbers of the key are consistent. Costs as much as a hundred signatures, so it is called once, for
  /// keys from outside.
  [[nodiscard]] bool is_sound() const;
  /// Whether `key` is the public key of this private key.
  [[nodiscard]] bool matches(const PublicKey& key) const;
  [[nodiscard]] EVP_PKEY* handle() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace ringside::crypto
