// emulator/crypto/key.cpp - keys to and from DER, and what can be asked of them.
//
// RSA and EC keys are written by hand: OpenSSL's encoders cost more than signing with P-256 does.
#include "emulator/crypto/key.hpp"

#include <openssl/core_names.h>

#include "emulator/base/limits.hpp"
#include "emulator/crypto/algorithms.hpp"
#include "emulator/crypto/der.hpp"
#include "emulator/crypto/key_parts.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::string_view rsa_oid = "1.2.840.113549.1.1.1";
constexpr std::string_view ec_oid = "1.2.840.10045.2.1";

Problem malformed(const std::string& what) {
  return {ProblemKind::malformed, what + ": " + take_openssl_error()};
}

const Curve* curve_of(const EVP_PKEY* key) {
  char name[64] = {};
  std::size_t length = 0;
  const CleanErrorQueue clean;
  if (EVP_PKEY_is_a(key, "EC") != 1 || EVP_PKEY_get_group_name(key, name, sizeof name, &length) != 1) return nullptr;
  return find_curve(std::string_view(name, length));
}

Bytes rsa_algorithm() {
  return der::sequence({der::oid(rsa_oid), der::null()});
}
Bytes ec_algorithm(const Curve& curve) {
  return der::sequence({der::oid(ec_oid), der::oid(curve.oid)});
}

// Asking for the length first would have OpenSSL compute the point's coordinates twice.
Bytes ec_point(const EVP_PKEY* key) {
  Bytes point(256);
  std::size_t length = 0;
  require(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length) == 1,
          "EC point");
  point.resize(length);
  return point;
}

Bytes rsa_number(const EVP_PKEY* key, const char* name) {
  return der::unsigned_integer(bn_bytes(key_number(key, name).get()));
}

Bytes rsa_pkcs8(const EVP_PKEY* key) {
  const auto number = [key](const char* name) { return rsa_number(key, name); };
  const Bytes rsa_key = der::sequence(
      {der::integer(0), number(OSSL_PKEY_PARAM_RSA_N), number(OSSL_PKEY_PARAM_RSA_E), number(OSSL_PKEY_PARAM_RSA_D),
       number(OSSL_PKEY_PARAM_RSA_FACTOR1), number(OSSL_PKEY_PARAM_RSA_FACTOR2), number(OSSL_PKEY_PARAM_RSA_EXPONENT1),
       number(OSSL_PKEY_PARAM_RSA_EXPONENT2), number(OSSL_PKEY_PARAM_RSA_COEFFICIENT1)});
  return der::sequence({der::integer(0), rsa_algorithm(), der::octet_string(rsa_key)});
}

// RFC 5915 inside PKCS#8: the curve stands in the algorithm and not again in the key.
Bytes ec_pkcs8(const EVP_PKEY* key, const Curve& curve) {
  const auto width = static_cast<std::size_t>((curve.spec.bits + 7) / 8);
  const Bytes scalar = bn_bytes(key_number(key, OSSL_PKEY_PARAM_PRIV_KEY).get(), width);
  const Bytes ec_key = der::sequence(
      {der::integer(1), der::octet_string(scalar), der::wrap(der::context(1), der::bit_string(ec_point(key)))});
  return der::sequence({der::integer(0), ec_algorithm(curve), der::octet_string(ec_key)});
}

Bytes foreign_spki(const EVP_PKEY* key) {
  std::uint8_t* encoded = nullptr;
  const int length = i2d_PUBKEY(key, &encoded);
  require(length > 0, "i2d_PUBKEY");
  Bytes der(encoded, encoded + length);
  OPENSSL_free(encoded);
  return der;
}

Bytes foreign_pkcs8(const EVP_PKEY* key) {
  const Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(require(EVP_PKEY2PKCS8(key), "EVP_PKEY2PKCS8"));
  std::uint8_t* encoded = nullptr;
  const int length = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &encoded);
  require(length > 0, "i2d_PKCS8_PRIV_KEY_INFO");
  Bytes der(encoded, encoded + length);
  OPENSSL_clear_free(encoded, static_cast<std::size_t>(length));
  return der;
}

}  // namespace

OwnedBn key_number(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  require(EVP_PKEY_get_bn_param(key, name, &number) == 1, name);
  return OwnedBn(number);
}

Result<PublicKey> PublicKey::from_spki(ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  EVP_PKEY* key = d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size()));
  if (key == nullptr) return tl::unexpected(malformed("the public key cannot be read"));
  PublicKey found(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
  if (at != der.data() + der.size())
    return tl::unexpected(Problem{ProblemKind::malformed, "octets follow the public key"});
  return found;
}

Bytes PublicKey::spki() const {
  const EVP_PKEY* key = key_.get();
  if (EVP_PKEY_is_a(key, "RSA") == 1) {
    const Bytes numbers =
        der::sequence({rsa_number(key, OSSL_PKEY_PARAM_RSA_N), rsa_number(key, OSSL_PKEY_PARAM_RSA_E)});
    return der::sequence({rsa_algorithm(), der::bit_string(numbers)});
  }
  if (const Curve* curve = curve_of(key)) return der::sequence({ec_algorithm(*curve), der::bit_string(ec_point(key))});
  return foreign_spki(key);
}

KeySpec PublicKey::spec() const {
  const EVP_PKEY* key = key_.get();
  const int bits = EVP_PKEY_get_bits(key);
  if (EVP_PKEY_is_a(key, "RSA") == 1) return {KeyType::rsa, bits};
  if (EVP_PKEY_is_a(key, "DSA") == 1) return {KeyType::dsa, bits};
  if (const Curve* curve = curve_of(key)) return curve->spec;
  return {KeyType::other, bits};
}

Bytes PublicKey::key_identifier() const {
  const Bytes der = spki();
  const auto outer = der::only(der, der::sequence_tag);
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
    return tl::unexpected(Problem{ProblemKind::unsupported, "the private key is of a kind that RACF does not have"});
  }
  return found;
}

Result<PrivateKey> PrivateKey::from_pkcs8_of_any_kind(ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  const Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> info(
      d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(der.size())));
  if (!info) return tl::unexpected(malformed("the private key cannot be read"));
  if (at != der.data() + der.size())
    return tl::unexpected(Problem{ProblemKind::malformed, "octets follow the private key"});
  EVP_PKEY* key = EVP_PKCS82PKEY(info.get());
  if (key == nullptr) return tl::unexpected(malformed("the private key cannot be read"));
  PrivateKey found(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
  // A key of a megabyte would be read at once and then sign for hours.
  if (found.spec().bits > static_cast<int>(base::limits::rsa_bits_most)) {
    return tl::unexpected(Problem{ProblemKind::unsupported, "the private key has more than 4096 bits"});
  }
  return found;
}

Bytes PrivateKey::pkcs8() const {
  const EVP_PKEY* key = key_.get();
  if (EVP_PKEY_is_a(key, "RSA") == 1) return rsa_pkcs8(key);
  if (const Curve* curve = curve_of(key)) return ec_pkcs8(key, *curve);
  return foreign_pkcs8(key);
}

bool PrivateKey::is_sound() const {
  const CleanErrorQueue clean;
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      require(EVP_PKEY_CTX_new(key_.get(), nullptr), "EVP_PKEY_CTX_new"));
  if (EVP_PKEY_is_a(key_.get(), "DSA") == 1 && EVP_PKEY_param_check(context.get()) != 1) return false;
  return EVP_PKEY_pairwise_check(context.get()) == 1;
}

bool PrivateKey::matches(const PublicKey& key) const {
  const CleanErrorQueue clean;
  return EVP_PKEY_eq(key_.get(), key.handle()) == 1;
}

}  // namespace ringside::crypto
