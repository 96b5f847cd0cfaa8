// emulator/crypto/keys/key.cpp - keys read from DER, and their properties.
#include "emulator/crypto/keys/key.hpp"

#include <mutex>

#include <openssl/core_names.h>

#include "base/limits.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key_der.hpp"
#include "emulator/crypto/keys/key_numbers.hpp"
#include "emulator/crypto/keys/key_parts.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

Problem malformed_key(const std::string& what) {
  return {ProblemKind::malformed, what + ": " + take_openssl_error()};
}

const Curve* curve_of(const EVP_PKEY* key) {
  char name[64] = {};
  std::size_t length = 0;
  const CleanErrorQueue clean;
  if (EVP_PKEY_is_a(key, "EC") != 1 || EVP_PKEY_get_group_name(key, name, sizeof name, &length) != 1) return nullptr;
  return find_curve(std::string_view(name, length));
}

// A query for the length first would make OpenSSL compute the coordinates of the point twice.
Bytes ec_point(const EVP_PKEY* key) {
  Bytes point(256);
  std::size_t length = 0;
  accept(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length) == 1,
         "the EC key has no point");
  point.resize(length);
  return point;
}

Bytes encoded_spki(const EVP_PKEY* key) {
  return accept(encoded(key, i2d_PUBKEY), "the public key cannot be encoded");
}

Bytes encoded_pkcs8(const EVP_PKEY* key) {
  const Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(
      accept(EVP_PKEY2PKCS8(key), "the private key cannot be encoded"));
  return accept(encoded(info.get(), i2d_PKCS8_PRIV_KEY_INFO), "the private key cannot be encoded");
}

Bytes spki_of(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "RSA") == 1)
    return rsa_spki(key_number(key, OSSL_PKEY_PARAM_RSA_N).get(), key_number(key, OSSL_PKEY_PARAM_RSA_E).get());
  if (const Curve* curve = curve_of(key)) return ec_spki(*curve, ec_point(key));
  return encoded_spki(key);
}

Bytes pkcs8_of(const EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "RSA") == 1) {
    const auto number = [key](const char* name) { return key_number(key, name); };
    return rsa_pkcs8({number(OSSL_PKEY_PARAM_RSA_N), number(OSSL_PKEY_PARAM_RSA_E), number(OSSL_PKEY_PARAM_RSA_D),
                      number(OSSL_PKEY_PARAM_RSA_FACTOR1), number(OSSL_PKEY_PARAM_RSA_FACTOR2),
                      number(OSSL_PKEY_PARAM_RSA_EXPONENT1), number(OSSL_PKEY_PARAM_RSA_EXPONENT2),
                      number(OSSL_PKEY_PARAM_RSA_COEFFICIENT1)});
  }
  if (const Curve* curve = curve_of(key))
    return ec_pkcs8(*curve, key_number(key, OSSL_PKEY_PARAM_PRIV_KEY).get(), ec_point(key));
  return encoded_pkcs8(key);
}

KeySpec spec_of(const EVP_PKEY* key) {
  const int bits = EVP_PKEY_get_bits(key);
  if (EVP_PKEY_is_a(key, "RSA") == 1) return {KeyType::rsa, bits};
  if (EVP_PKEY_is_a(key, "DSA") == 1) return {KeyType::dsa, bits};
  if (const Curve* curve = curve_of(key)) return curve->spec;
  return {KeyType::other, bits};
}

EVP_PKEY* decode_pkcs8(ByteView der) {
  const std::uint8_t* at = der.data();
  const Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(
      d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(der.size())));
  return info && at == der.data() + der.size() ? EVP_PKCS82PKEY(info.get()) : nullptr;
}

}  // namespace

struct PublicKey::State {
  Bytes spki;
  KeySpec spec;
  std::once_flag decoded;
  std::shared_ptr<EVP_PKEY> key;
};

struct PrivateKey::State {
  State(Bytes der, PublicKey its_public_key) : pkcs8(std::move(der)), public_key(std::move(its_public_key)) {}
  ~State() { OPENSSL_cleanse(pkcs8.data(), pkcs8.size()); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Bytes pkcs8;
  PublicKey public_key;
  std::once_flag decoded;
  std::shared_ptr<EVP_PKEY> key;
};

Result<PublicKey> PublicKey::from_spki(ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  EVP_PKEY* key = d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size()));
  if (key == nullptr) return tl::unexpected(malformed_key("the public key cannot be read"));
  const std::shared_ptr<EVP_PKEY> owned(key, EVP_PKEY_free);
  if (at != der.data() + der.size()) return malformed("octets follow the public key");
  return from_foreign(owned);
}

Result<PublicKey> PublicKey::from_foreign(const std::shared_ptr<EVP_PKEY>& key) {
  const CleanErrorQueue clean;
  try {
    accept_numbers(key.get());
    return PublicKey(key);
  } catch (const ForeignData& refused) {
    return tl::unexpected(refused.problem());
  }
}

PublicKey::PublicKey(std::shared_ptr<EVP_PKEY> key) : PublicKey(spki_of(key.get()), spec_of(key.get())) {
  std::call_once(state_->decoded, [&] { state_->key = std::move(key); });
}

PublicKey::PublicKey(Bytes spki, KeySpec spec) : state_(std::make_shared<State>()) {
  state_->spki = std::move(spki);
  state_->spec = spec;
}

const Bytes& PublicKey::spki() const {
  return state_->spki;
}

KeySpec PublicKey::spec() const {
  return state_->spec;
}

EVP_PKEY* PublicKey::handle() const {
  std::call_once(state_->decoded, [this] {
    const std::uint8_t* at = state_->spki.data();
    EVP_PKEY* key = require(d2i_PUBKEY(nullptr, &at, static_cast<long>(state_->spki.size())), "d2i_PUBKEY");
    state_->key = std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
  });
  return state_->key.get();
}

Bytes PublicKey::key_identifier() const {
  const auto outer = der::only(spki(), der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  parts.next();
  const auto bits = parts.next(der::bit_string_tag);
  if (!bits || bits->content.empty()) throw base::Fault("a public key was written wrongly");
  return sha1(bits->content.subspan(1));
}

std::string PublicKey::fingerprint() const {
  return base::hex(sha256(spki()));
}

Result<PrivateKey> PrivateKey::from_pkcs8(ByteView der) {
  auto found = from_pkcs8_of_any_kind(der);
  if (found && found->spec().type == KeyType::other) {
    return problem(ProblemKind::unsupported, "the private key is of a kind that RACF does not have");
  }
  return found;
}

Result<PrivateKey> PrivateKey::from_pkcs8_of_any_kind(ByteView der) {
  const CleanErrorQueue clean;
  const auto outer = der::only(der, der::sequence_tag);
  if (!outer) return tl::unexpected(malformed_key("the private key cannot be read"));
  EVP_PKEY* key = decode_pkcs8(der);
  if (key == nullptr) return tl::unexpected(malformed_key("the private key cannot be read"));
  return from_foreign(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

Result<PrivateKey> PrivateKey::from_foreign(const std::shared_ptr<EVP_PKEY>& key) {
  const CleanErrorQueue clean;
  // Limits the work of a signature: a key of a megabyte is read quickly, but a signature with it takes hours.
  if (EVP_PKEY_get_bits(key.get()) > static_cast<int>(base::limits::rsa_bits_most)) {
    return problem(ProblemKind::unsupported, "the private key has more than 4096 bits");
  }
  try {
    accept_numbers(key.get());
    return PrivateKey(key);
  } catch (const ForeignData& refused) {
    return tl::unexpected(refused.problem());
  }
}

PrivateKey::PrivateKey(std::shared_ptr<EVP_PKEY> key) : PrivateKey(pkcs8_of(key.get()), PublicKey(key)) {
  std::call_once(state_->decoded, [&] { state_->key = std::move(key); });
}

PrivateKey::PrivateKey(Bytes pkcs8, PublicKey public_key)
    : state_(std::make_shared<State>(std::move(pkcs8), std::move(public_key))) {}

const Bytes& PrivateKey::pkcs8() const {
  return state_->pkcs8;
}

const PublicKey& PrivateKey::public_key() const {
  return state_->public_key;
}

EVP_PKEY* PrivateKey::handle() const {
  std::call_once(state_->decoded, [this] {
    EVP_PKEY* key = require(decode_pkcs8(state_->pkcs8), "PKCS#8");
    state_->key = std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
  });
  return state_->key.get();
}

bool PrivateKey::is_sound() const {
  const CleanErrorQueue clean;
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      require(EVP_PKEY_CTX_new(handle(), nullptr), "EVP_PKEY_CTX_new"));
  if (EVP_PKEY_is_a(handle(), "DSA") == 1 && EVP_PKEY_param_check(context.get()) != 1) return false;
  return EVP_PKEY_pairwise_check(context.get()) == 1;
}

bool PrivateKey::matches(const PublicKey& key) const {
  const CleanErrorQueue clean;
  return EVP_PKEY_eq(handle(), key.handle()) == 1;
}

}  // namespace ringside::crypto
