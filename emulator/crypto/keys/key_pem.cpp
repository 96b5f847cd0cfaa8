// emulator/crypto/keys/key_pem.cpp - private keys in files (RFC 7468, RFC 8018, RFC 1421 for the traditional headers).
#include "emulator/crypto/keys/key_pem.hpp"

#include <algorithm>
#include <array>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

struct CipherName {
  std::string_view option;    ///< the option of the openssl command
  std::string_view standard;  ///< OpenSSL's name, also used in the DEK-Info line
  std::string_view oid;
};
constexpr std::array<CipherName, 11> key_ciphers = {{
    {"des3", "DES-EDE3-CBC", "1.2.840.113549.3.7"},
    {"des-ede3-cbc", "DES-EDE3-CBC", "1.2.840.113549.3.7"},
    {"aes128", "AES-128-CBC", "2.16.840.1.101.3.4.1.2"},
    {"aes-128-cbc", "AES-128-CBC", "2.16.840.1.101.3.4.1.2"},
    {"aes192", "AES-192-CBC", "2.16.840.1.101.3.4.1.22"},
    {"aes-192-cbc", "AES-192-CBC", "2.16.840.1.101.3.4.1.22"},
    {"aes256", "AES-256-CBC", "2.16.840.1.101.3.4.1.42"},
    {"aes-256-cbc", "AES-256-CBC", "2.16.840.1.101.3.4.1.42"},
    {"camellia128", "CAMELLIA-128-CBC", "1.2.392.200011.61.1.1.1.2"},
    {"camellia192", "CAMELLIA-192-CBC", "1.2.392.200011.61.1.1.1.3"},
    {"camellia256", "CAMELLIA-256-CBC", "1.2.392.200011.61.1.1.1.4"},
}};

const CipherName* find_cipher(std::string_view option) {
  const std::string name = base::lower(option);
  const auto* row =
      std::find_if(key_ciphers.begin(), key_ciphers.end(), [&](const CipherName& each) { return each.option == name; });
  return row == key_ciphers.end() ? nullptr : row;
}

const EVP_CIPHER* evp_cipher(const CipherName& name) {
  return require(EVP_get_cipherbyname(std::string(name.standard).c_str()), "cipher");
}

Problem no_key() {
  ERR_clear_error();
  return {ProblemKind::malformed, "there is no private key in it"};
}

struct Asked {
  const std::optional<base::Secret>& passphrase;
  bool was_asked = false;
};

int give_passphrase(char* buffer, int size, int /*writing*/, void* data) {
  auto* asked = static_cast<Asked*>(data);
  asked->was_asked = true;
  if (!asked->passphrase) return -1;
  const std::string& text = asked->passphrase->reveal();
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  std::copy(text.begin(), text.end(), buffer);  // OpenSSL takes the length; no null octet ends it
  return static_cast<int>(text.size());
}

// Checks the cost of a file against the limits before any key is derived.
std::optional<Problem> charge(ByteView encrypted) {
  const std::uint8_t* at = encrypted.data();
  const Owned<X509_SIG, X509_SIG_free> info(d2i_X509_SIG(nullptr, &at, static_cast<long>(encrypted.size())));
  if (!info) return no_key();
  const X509_ALGOR* algorithm = nullptr;
  X509_SIG_get0(info.get(), &algorithm, nullptr);
  return PbeBudget().charge(algorithm);
}

std::optional<Problem> charge_pem(ByteView bytes) {
  constexpr std::string_view begin = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
  constexpr std::string_view end = "-----END ENCRYPTED PRIVATE KEY-----";
  const std::string text = base::to_text(bytes);
  const std::size_t from = text.find(begin);
  const std::size_t to = from == std::string::npos ? from : text.find(end, from);
  if (to == std::string::npos) return std::nullopt;
  const auto der = decode_base64(std::string_view(text).substr(from + begin.size(), to - from - begin.size()));
  return der ? charge(*der) : std::optional(no_key());
}

/// Takes a key that OpenSSL has read, within the limits for keys from outside.
Result<PrivateKey> taken(EVP_PKEY* key, const Asked& asked) {
  if (key == nullptr) {
    if (!asked.was_asked) return tl::unexpected(no_key());
    ERR_clear_error();
    return problem(ProblemKind::wrong_password, "the pass phrase does not open it");
  }
  const auto found = PrivateKey::from_foreign(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
  if (!found) return found;
  static constexpr std::array raw_kinds = {EVP_PKEY_ED25519, EVP_PKEY_ED448, EVP_PKEY_X25519, EVP_PKEY_X448};
  const bool raw = std::find(raw_kinds.begin(), raw_kinds.end(), EVP_PKEY_get_id(key)) != raw_kinds.end();
  if (found->spec().type == KeyType::other && !raw)
    return problem(ProblemKind::unsupported, "the private key is of a kind that is not emulated");
  return found;
}

Result<PrivateKey> read_der_key(ByteView bytes, Asked& asked) {
  const OwnedBio bio(require(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), "BIO"));
  if (key_wants_passphrase(bytes)) {
    if (auto refused = charge(bytes)) return tl::unexpected(*refused);
    return taken(d2i_PKCS8PrivateKey_bio(bio.get(), nullptr, &give_passphrase, &asked), asked);
  }
  return taken(d2i_PrivateKey_bio(bio.get(), nullptr), asked);
}

Bytes pbes2(const CipherName& cipher, const base::Randomness& randomness) {
  constexpr std::uint64_t iterations = 2'048;
  const auto vector_length = static_cast<std::size_t>(EVP_CIPHER_get_iv_length(evp_cipher(cipher)));
  return pbes2_algorithm(cipher.oid, random_octets(randomness, "key-iv", vector_length),
                         random_octets(randomness, "key-salt", 8), iterations);
}

Bytes encrypt_pkcs8(const Bytes& algorithm, ByteView clear, const std::string& passphrase) {
  const std::uint8_t* at = algorithm.data();
  const Owned<X509_ALGOR, X509_ALGOR_free> parsed(
      require(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())), "d2i_X509_ALGOR"));
  std::uint8_t* data = nullptr;
  int length = 0;
  require(PKCS12_pbe_crypt(parsed.get(), passphrase.c_str(), static_cast<int>(passphrase.size()), clear.data(),
                           static_cast<int>(clear.size()), &data, &length, 1),
          "PKCS12_pbe_crypt");
  const Bytes encrypted(data, data + length);
  OPENSSL_free(data);
  return encrypted;
}

// The key is derived by one round of MD5 over the pass phrase and the first eight octets of the IV (EVP_BytesToKey).
std::string encrypted_block(const std::string& label, ByteView clear, const KeyProtection& protection,
                            const base::Randomness& randomness) {
  const CipherName& name = *find_cipher(protection.cipher);
  const EVP_CIPHER* cipher = evp_cipher(name);
  const Bytes vector = random_octets(randomness, "key-iv", static_cast<std::size_t>(EVP_CIPHER_get_iv_length(cipher)));
  const std::string& passphrase = protection.passphrase.reveal();
  std::array<std::uint8_t, EVP_MAX_KEY_LENGTH> key{};
  require(EVP_BytesToKey(cipher, EVP_md5(), vector.data(), reinterpret_cast<const std::uint8_t*>(passphrase.data()),
                         static_cast<int>(passphrase.size()), 1, key.data(), nullptr) > 0,
          "EVP_BytesToKey");
  const Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free> context(require(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new"));
  Bytes encrypted(clear.size() + EVP_MAX_BLOCK_LENGTH);
  int length = 0, rest = 0;
  require(EVP_EncryptInit_ex(context.get(), cipher, nullptr, key.data(), vector.data()) == 1 &&
              EVP_EncryptUpdate(context.get(), encrypted.data(), &length, clear.data(),
                                static_cast<int>(clear.size())) == 1 &&
              EVP_EncryptFinal_ex(context.get(), encrypted.data() + length, &rest) == 1,
          "encryption of a key");
  OPENSSL_cleanse(key.data(), key.size());
  encrypted.resize(static_cast<std::size_t>(length) + static_cast<std::size_t>(rest));
  return "-----BEGIN " + label + "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: " + std::string(name.standard) + "," +
         base::hex(vector) + "\n\n" + base64_lines(encrypted) + "-----END " + label + "-----\n";
}

/// The key inside the PKCS#8 (RFC 8017 A.1.2, RFC 5915), which is the traditional form.
Bytes traditional_der(const PrivateKey& key) {
  return accept(encoded(key.handle(), i2d_PrivateKey), "the private key cannot be encoded");
}

}  // namespace

bool key_wants_passphrase(ByteView bytes) {
  if (!looks_like_der(bytes)) {
    const std::string text = base::to_text(bytes);
    return text.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != std::string::npos ||
           text.find("Proc-Type: 4,ENCRYPTED") != std::string::npos;
  }
  const auto outer = der::only(bytes, der::sequence_tag);
  return outer && der::Reader(outer->content).next_is(der::sequence_tag);
}

Result<PrivateKey> read_key_file(ByteView bytes, const std::optional<base::Secret>& passphrase) {
  const CleanErrorQueue clean;
  if (bytes.size() > base::limits::certificate_bytes)
    return problem(ProblemKind::too_large, "a key of more than 1 MiB");
  if (bytes.empty()) return tl::unexpected(no_key());
  Asked asked{passphrase};
  if (looks_like_der(bytes)) return read_der_key(bytes, asked);
  if (auto refused = charge_pem(bytes)) return tl::unexpected(*refused);
  const OwnedBio bio(require(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), "BIO"));
  return taken(PEM_read_bio_PrivateKey(bio.get(), nullptr, &give_passphrase, &asked), asked);
}

bool is_key_cipher(std::string_view name) {
  return find_cipher(name) != nullptr;
}

Bytes der_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
              const base::Randomness& randomness) {
  if (!protection) return key.pkcs8();
  const CleanErrorQueue clean;
  Bytes clear = key.pkcs8();
  const Bytes algorithm = pbes2(*find_cipher(protection->cipher), randomness);
  const Bytes encrypted = encrypt_pkcs8(algorithm, clear, protection->passphrase.reveal());
  OPENSSL_cleanse(clear.data(), clear.size());
  return der::sequence({algorithm, der::octet_string(encrypted)});
}

std::string pem_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
                    const base::Randomness& randomness) {
  return armor(der_key(key, protection, randomness), protection ? "ENCRYPTED PRIVATE KEY" : "PRIVATE KEY");
}

std::optional<Bytes> der_traditional_key(const PrivateKey& key) {
  const CleanErrorQueue clean;
  if (key.spec().type == KeyType::other) return std::nullopt;
  return traditional_der(key);
}

std::string pem_traditional_key(const PrivateKey& key, const std::optional<KeyProtection>& protection,
                                const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  const KeyType type = key.spec().type;
  if (type == KeyType::dsa || type == KeyType::other) return pem_key(key, protection, randomness);
  const std::string label = type == KeyType::rsa ? "RSA PRIVATE KEY" : "EC PRIVATE KEY";
  Bytes clear = traditional_der(key);
  const std::string text = protection ? encrypted_block(label, clear, *protection, randomness) : armor(clear, label);
  OPENSSL_cleanse(clear.data(), clear.size());
  return text;
}

}  // namespace ringside::crypto
