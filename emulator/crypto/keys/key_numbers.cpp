// emulator/crypto/keys/key_numbers.cpp - comparisons of the numbers of RSA, DSA and EC keys.
#include "emulator/crypto/keys/key_numbers.hpp"

#include <algorithm>
#include <array>

#include <openssl/core_names.h>

#include "emulator/crypto/keys/key_parts.hpp"

namespace ringside::crypto {
namespace {

// The lengths that OpenSSL works with (OPENSSL_RSA_MAX_MODULUS_BITS, OPENSSL_DSA_MAX_MODULUS_BITS) and the longest
// order of FIPS 186-4.
constexpr int rsa_bits_most = 16'384;
constexpr int dsa_bits_most = 10'000;
constexpr int dsa_order_bits_most = 256;

[[noreturn]] void refuse(ProblemKind kind, const char* detail) {
  ERR_clear_error();
  throw ForeignData({kind, detail});
}

OwnedBn optional_number(const EVP_PKEY* key, const char* name) {
  const CleanErrorQueue clean;
  BIGNUM* number = nullptr;
  return OwnedBn(EVP_PKEY_get_bn_param(key, name, &number) == 1 ? number : nullptr);
}

bool is_positive(const OwnedBn& number) {
  return !BN_is_negative(number.get()) && !BN_is_zero(number.get());
}

/// Whether 0 < number < limit.
bool is_below(const OwnedBn& number, const OwnedBn& limit) {
  return is_positive(number) && BN_cmp(number.get(), limit.get()) < 0;
}

void accept_rsa(const EVP_PKEY* key) {
  const OwnedBn n = key_number(key, OSSL_PKEY_PARAM_RSA_N);
  const OwnedBn e = key_number(key, OSSL_PKEY_PARAM_RSA_E);
  if (BN_num_bits(n.get()) > rsa_bits_most) refuse(ProblemKind::unsupported, "an RSA key of more than 16384 bits");
  if (!BN_is_odd(n.get()) || BN_is_one(n.get()) || !is_below(e, n))
    refuse(ProblemKind::malformed, "the numbers of the RSA key are not those of a key");
  if (optional_number(key, OSSL_PKEY_PARAM_RSA_FACTOR3))
    refuse(ProblemKind::unsupported, "an RSA key of more than two primes");
  for (const char* name :
       {OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1, OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1,
        OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1}) {
    const OwnedBn number = optional_number(key, name);
    if (number && !is_below(number, n))
      refuse(ProblemKind::malformed, "the numbers of the RSA key are not those of a key");
  }
}

void accept_dsa(const EVP_PKEY* key) {
  const OwnedBn p = optional_number(key, OSSL_PKEY_PARAM_FFC_P);
  const OwnedBn q = optional_number(key, OSSL_PKEY_PARAM_FFC_Q);
  const OwnedBn g = optional_number(key, OSSL_PKEY_PARAM_FFC_G);
  const OwnedBn y = optional_number(key, OSSL_PKEY_PARAM_PUB_KEY);
  const OwnedBn x = optional_number(key, OSSL_PKEY_PARAM_PRIV_KEY);
  if (!p || !q || !g || !y) refuse(ProblemKind::malformed, "the DSA key is not complete");
  if (BN_num_bits(p.get()) > dsa_bits_most || BN_num_bits(q.get()) > dsa_order_bits_most)
    refuse(ProblemKind::unsupported, "a DSA key longer than 10000 bits, or with an order of more than 256 bits");
  const bool is_group = BN_is_odd(p.get()) && BN_is_odd(q.get()) && !BN_is_one(q.get()) && is_below(q, p) &&
                        is_below(g, p) && !BN_is_one(g.get()) && is_below(y, p);
  if (!is_group || (x && !is_below(x, q)))
    refuse(ProblemKind::malformed, "the numbers of the DSA key are not those of a key");
}

void accept_ec(const EVP_PKEY* key) {
  std::array<std::uint8_t, 512> point{};
  std::size_t length = 0;
  accept(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &length) == 1,
         "the EC key has no point");
  if (length < 2) refuse(ProblemKind::malformed, "the point of the EC key is the point at infinity");
}

}  // namespace

void accept_numbers(const EVP_PKEY* key) {
  const auto is_one_of = [key](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return EVP_PKEY_is_a(key, name) == 1; });
  };
  if (is_one_of({"RSA", "RSA-PSS"})) return accept_rsa(key);
  if (is_one_of({"DSA"})) return accept_dsa(key);
  if (is_one_of({"EC", "SM2"})) return accept_ec(key);
}

}  // namespace ringside::crypto
