// emulator/crypto/keys/key_kept.cpp - reads RSA keys without OpenSSL's decoder.
#include "emulator/crypto/keys/key_kept.hpp"

#include <algorithm>
#include <array>

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key_der.hpp"

namespace ringside::crypto {
namespace {

using base::ByteView;

/// Octets of version, n, e, d, p, q, dp, dq and q^-1 (RFC 8017 A.1.2).
using RsaFields = std::array<ByteView, 9>;

std::optional<RsaFields> rsa_fields(ByteView pkcs8) {
  const auto outer = der::only(pkcs8, der::sequence_tag);
  if (!outer) return std::nullopt;
  der::Reader info(outer->content);
  if (!info.next(der::integer_tag) || !info.next(der::sequence_tag)) return std::nullopt;
  const auto octets = info.next(der::octet_string_tag);
  const auto inner = octets ? der::only(octets->content, der::sequence_tag) : std::nullopt;
  if (!inner) return std::nullopt;
  der::Reader numbers(inner->content);
  RsaFields fields;
  for (ByteView& field : fields) {
    const auto number = numbers.next(der::integer_tag);
    if (!number) return std::nullopt;
    field = number->content;
  }
  return fields;
}

// Writing the numbers again must give the same octets. This rejects any other form and any other algorithm.
std::optional<PrivateKey> kept_rsa_key(ByteView pkcs8, int bits) {
  const auto fields = rsa_fields(pkcs8);
  if (!fields) return std::nullopt;
  const auto number = [&fields](std::size_t place) { return bn_from((*fields)[place]); };
  const RsaNumbers key{number(1), number(2), number(3), number(4), number(5), number(6), number(7), number(8)};
  base::Bytes again = rsa_pkcs8(key);
  if (!std::equal(again.begin(), again.end(), pkcs8.begin(), pkcs8.end())) return std::nullopt;
  const OwnedBn product = new_bn();
  const OwnedBnContext context = new_bn_context();
  require(BN_mul(product.get(), key.p.get(), key.q.get(), context.get()) == 1, "BN_mul");
  if (BN_num_bits(key.n.get()) != bits || BN_cmp(product.get(), key.n.get()) != 0) return std::nullopt;
  return PrivateKey(std::move(again), PublicKey(rsa_spki(key.n.get(), key.e.get()), {KeyType::rsa, bits}));
}

OwnedBn number_of(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  return OwnedBn(number);
}

/// Whether a * b mod (modulus - less) is 1.
bool is_one(const OwnedBn& a, const OwnedBn& b, const OwnedBn& modulus, BN_ULONG less, BN_CTX* context) {
  const OwnedBn reduced(BN_dup(modulus.get()));
  const OwnedBn product = new_bn();
  return reduced && BN_sub_word(reduced.get(), less) == 1 && !BN_is_zero(reduced.get()) &&
         BN_mod_mul(product.get(), a.get(), b.get(), reduced.get(), context) == 1 && BN_is_one(product.get());
}

bool rsa_numbers_fit(const EVP_PKEY* key) {
  const OwnedBn n = number_of(key, OSSL_PKEY_PARAM_RSA_N), e = number_of(key, OSSL_PKEY_PARAM_RSA_E);
  const OwnedBn d = number_of(key, OSSL_PKEY_PARAM_RSA_D);
  const OwnedBn p = number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR1), q = number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR2);
  const OwnedBn dp = number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT1), dq = number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT2);
  const OwnedBn inverse = number_of(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1);
  if (!n || !e || !d || !p || !q || !dp || !dq || !inverse) return false;
  const OwnedBnContext owned = new_bn_context();
  BN_CTX* const context = owned.get();
  const OwnedBn product = new_bn();
  return BN_mul(product.get(), p.get(), q.get(), context) == 1 && BN_cmp(product.get(), n.get()) == 0 &&
         is_one(d, e, p, 1, context) && is_one(d, e, q, 1, context) && is_one(dp, e, p, 1, context) &&
         is_one(dq, e, q, 1, context) && is_one(inverse, q, p, 0, context);
}

}  // namespace

bool numbers_fit(const PrivateKey& key) {
  const CleanErrorQueue clean;
  if (EVP_PKEY_is_a(key.handle(), "RSA") == 1) return rsa_numbers_fit(key.handle());
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      require(EVP_PKEY_CTX_new(key.handle(), nullptr), "EVP_PKEY_CTX_new"));
  return EVP_PKEY_pairwise_check(context.get()) == 1;
}

std::optional<PrivateKey> kept_key(ByteView pkcs8, KeySpec spec) {
  if (spec.type == KeyType::rsa) return kept_rsa_key(pkcs8, spec.bits);
  const auto key = PrivateKey::from_pkcs8(pkcs8);
  if (!key || key->spec() != spec) return std::nullopt;
  return *key;
}

}  // namespace ringside::crypto
