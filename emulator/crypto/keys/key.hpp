// emulator/crypto/keys/key.hpp - public and private keys as values.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/result.hpp"

typedef struct evp_pkey_st EVP_PKEY;

namespace ringside::crypto {

enum class KeyType { rsa, dsa, nist_ecc, brainpool_ecc, other };

struct KeySpec {
  KeyType type = KeyType::rsa;
  int bits = 2048;
  friend bool operator==(const KeySpec&, const KeySpec&) = default;
};

/// Copies share one state. A key of our own making holds its DER alone; OpenSSL's object is decoded when it is first
/// asked for (a hundred times the cost of writing the DER), which is safe from several threads.
class PublicKey {
 public:
  /// A DER SubjectPublicKeyInfo, nothing after it.
  static Result<PublicKey> from_spki(base::ByteView der);
  explicit PublicKey(std::shared_ptr<EVP_PKEY> key);
  /// A key whose SubjectPublicKeyInfo we wrote ourselves.
  PublicKey(base::Bytes spki, KeySpec spec);

  [[nodiscard]] const base::Bytes& spki() const;
  [[nodiscard]] KeySpec spec() const;
  /// SHA-1 of the subjectPublicKey bits: RFC 5280 4.2.1.2 method 1, as RACF makes the subject key identifier.
  [[nodiscard]] base::Bytes key_identifier() const;
  /// SHA-256 of the SubjectPublicKeyInfo in hex: how the database finds "the same public key".
  [[nodiscard]] std::string fingerprint() const;
  [[nodiscard]] EVP_PKEY* handle() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

class PrivateKey {
 public:
  /// A DER PKCS#8 PrivateKeyInfo in clear, nothing after it.
  static Result<PrivateKey> from_pkcs8(base::ByteView der);
  /// The same for keys that RACF does not have as well: EdDSA and any curve.
  static Result<PrivateKey> from_pkcs8_of_any_kind(base::ByteView der);
  explicit PrivateKey(std::shared_ptr<EVP_PKEY> key);
  /// A key whose PKCS#8 we wrote ourselves.
  PrivateKey(base::Bytes pkcs8, PublicKey public_key);

  [[nodiscard]] const base::Bytes& pkcs8() const;
  [[nodiscard]] const PublicKey& public_key() const;
  [[nodiscard]] KeySpec spec() const { return public_key().spec(); }
  /// Whether its numbers fit together. Costs as much as a hundred signatures: asked of keys from outside, once.
  [[nodiscard]] bool is_sound() const;
  /// Whether this is the private half of `key`.
  [[nodiscard]] bool matches(const PublicKey& key) const;
  [[nodiscard]] EVP_PKEY* handle() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// Whether generate_key takes this type and size (Command Language Reference, RACDCERT GENCERT, SIZE: RSA 512 to 4096,
/// NIST 192 224 256 384 521, Brainpool 160 192 224 256 320 384 512; DSA 1024 and 2048, the sizes of FIPS 186-4 that its
/// domains were made for).
[[nodiscard]] bool can_generate(KeySpec spec);

/// Who makes RSA keys.
enum class KeyMaker {
  search,    ///< our own search, in vector lanes where the processor has them
  portable,  ///< our own without lanes: the same keys
  openssl,   ///< OpenSSL's, of its own randomness: constant-time, slow, never repeated
};

/// Whether the two primes of an RSA key may be searched for side by side: soonest done, when one key is waited for.
enum class Threads { one, two };

/// A new key. RSA by the prime search of prime.hpp (e = 65537), ECC by a scalar drawn as FIPS 186-5 A.2.1 says, DSA
/// likewise in a domain of its own.
/// Nothing of the search is OpenSSL's, so that a seed gives the same key under every release. Test keys: the search is
/// not constant-time. Throws base::Fault if can_generate is false.
[[nodiscard]] PrivateKey generate_key(KeySpec spec, const base::Randomness& randomness, Threads threads = Threads::two,
                                      KeyMaker maker = KeyMaker::search);

/// A key that generate_key made, from the PKCS#8 that was kept of it; an RSA key is not handed to OpenSSL's decoder,
/// which would cost as much as reading it from a disk. Nothing unless it is a key of `spec` and, of RSA, n is the
/// product of its primes.
[[nodiscard]] std::optional<PrivateKey> kept_key(base::ByteView pkcs8, KeySpec spec);

enum class SignatureForm {
  usual,    ///< what the key's kind says; PKCS#1 v1.5 for RSA
  rsa_pss,  ///< RSASSA-PSS: the same hash for MGF1, a salt as long as the hash (RFC 8017 8.1)
};

/// A signature over `data` with the hash that RACF picks for the key (Command Language Reference, RACDCERT GENCERT).
/// ECDSA and DSA draw their nonce, PSS its salt from `randomness` and the data, so a seeded run signs the same.
struct Signature {
  base::Bytes algorithm;  ///< DER AlgorithmIdentifier (PKCS#1 v1.5 with NULL parameters)
  base::Bytes value;
};
/// The AlgorithmIdentifier that sign() gives for such a key: a certificate holds it inside what is signed, too.
[[nodiscard]] base::Bytes signature_identifier(KeySpec signer, SignatureForm form = SignatureForm::usual);
/// Throws base::Fault if a key that is not RSA is to sign as RSASSA-PSS.
[[nodiscard]] Signature sign(const PrivateKey& key, base::ByteView data, const base::Randomness& randomness,
                             SignatureForm form = SignatureForm::usual);

}  // namespace ringside::crypto
