// emulator/crypto/keys/key_generate_dsa.cpp - new DSA keys, each with domain parameters of its own.
// key-derivation.md specifies every step that a key depends on.
#include "emulator/crypto/keys/key_generate_dsa.hpp"

#include <algorithm>
#include <array>

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include "emulator/crypto/keys/key_parts.hpp"
#include "emulator/crypto/primes/primality_paired.hpp"
#include "emulator/crypto/primes/prime.hpp"
#include "emulator/crypto/primes/sieve.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

struct DsaSize {
  int p_bits, q_bits;
};
// The sizes of FIPS 186-4 4.2 that RACF has. The standard has two more.
constexpr std::array dsa_sizes = {DsaSize{1024, 160}, DsaSize{2048, 256}};

const DsaSize* find_size(int bits) {
  const auto* row =
      std::find_if(dsa_sizes.begin(), dsa_sizes.end(), [&](const DsaSize& size) { return size.p_bits == bits; });
  return row == dsa_sizes.end() ? nullptr : row;
}

// Above this limit a trial division costs more than the exponentiation that it may save.
constexpr std::uint32_t divisor_limit = 1u << 13;

bool has_small_divisor(const BIGNUM* number) {
  static const std::vector<std::uint32_t> divisors = odd_primes_below(divisor_limit);
  return std::any_of(divisors.begin(), divisors.end(),
                     [&](std::uint32_t divisor) { return BN_mod_word(number, divisor) == 0; });
}

/// X - (X mod 2q) + 1 for a random X with the top bit set (FIPS 186-4 A.1.1.2, steps 11.2 to 11.5).
OwnedBn draw_modulus(const DsaSize& size, const BIGNUM* twice_q, base::ByteStream& stream, BN_CTX* context) {
  Bytes octets(static_cast<std::size_t>(size.p_bits / 8));
  stream.fill(octets);
  OwnedBn number = bn_from(octets);
  const OwnedBn excess = new_bn();
  require(BN_set_bit(number.get(), size.p_bits - 1) == 1 && BN_mod(excess.get(), number.get(), twice_q, context) == 1 &&
              BN_sub(number.get(), number.get(), excess.get()) == 1 && BN_add_word(number.get(), 1) == 1,
          "DSA modulus");
  return number;
}

OwnedBn find_modulus(const DsaSize& size, const BIGNUM* q, const base::Randomness& randomness, BN_CTX* context) {
  const auto stream = randomness.stream("dsa-p");
  const auto witnesses = randomness.stream("dsa-witness-p");
  const OwnedBn twice_q = new_bn();
  require(BN_lshift1(twice_q.get(), q) == 1, "BN_lshift1");
  for (;;) {
    OwnedBn number = draw_modulus(size, twice_q.get(), *stream, context);
    if (BN_num_bits(number.get()) != size.p_bits || has_small_divisor(number.get())) continue;
    if (is_prime(bn_bytes(number.get()), *witnesses)) return number;
  }
}

// FIPS 186-4 A.2.1, with h = 2, 3, ...
OwnedBn find_generator(const BIGNUM* p, const BIGNUM* q, BN_CTX* context) {
  const OwnedBn exponent = new_bn(), h = new_bn();
  require(BN_sub(exponent.get(), p, BN_value_one()) == 1 &&
              BN_div(exponent.get(), nullptr, exponent.get(), q, context) == 1 && BN_set_word(h.get(), 2) == 1,
          "DSA generator");
  for (;;) {
    OwnedBn g = new_bn();
    require(BN_mod_exp(g.get(), h.get(), exponent.get(), p, context) == 1, "BN_mod_exp");
    if (!BN_is_one(g.get())) return g;
    require(BN_add_word(h.get(), 1) == 1, "BN_add_word");
  }
}

}  // namespace

bool is_dsa_size(int bits) {
  return find_size(bits) != nullptr;
}

PrivateKey generate_dsa(int bits, const base::Randomness& randomness) {
  const DsaSize& size = *find_size(bits);
  const OwnedBnContext context = new_bn_context();
  const auto q_stream = randomness.stream("dsa-q");
  const auto q_witnesses = randomness.stream("dsa-witness-q");
  const auto x_stream = randomness.stream("dsa-x");
  const OwnedBn q = bn_from(find_prime(size.q_bits, *q_stream, *q_witnesses));
  const OwnedBn p = find_modulus(size, q.get(), randomness, context.get());
  const OwnedBn g = find_generator(p.get(), q.get(), context.get());
  const OwnedBn x = draw_scalar(q.get(), *x_stream, context.get());
  const OwnedBn y = new_bn();
  require(BN_mod_exp(y.get(), g.get(), x.get(), p.get(), context.get()) == 1, "BN_mod_exp");
  const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(require(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new"));
  const std::pair<const char*, const OwnedBn&> parts[] = {{OSSL_PKEY_PARAM_FFC_P, p},
                                                          {OSSL_PKEY_PARAM_FFC_Q, q},
                                                          {OSSL_PKEY_PARAM_FFC_G, g},
                                                          {OSSL_PKEY_PARAM_PUB_KEY, y},
                                                          {OSSL_PKEY_PARAM_PRIV_KEY, x}};
  for (const auto& [name, number] : parts)
    require(OSSL_PARAM_BLD_push_BN(builder.get(), name, number.get()) == 1, name);
  return assemble_key("DSA", builder.get());
}

}  // namespace ringside::crypto
