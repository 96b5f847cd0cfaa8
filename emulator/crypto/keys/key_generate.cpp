// emulator/crypto/keys/key_generate.cpp - new RSA and EC keys. key-derivation.md specifies every step that a key
// depends on.
#include "emulator/crypto/keys/key_generate.hpp"

#include <future>

#include "base/limits.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key_der.hpp"
#include "emulator/crypto/keys/key_generate_dsa.hpp"
#include "emulator/crypto/keys/key_parts.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/primes/prime.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

constexpr int rsa_bits_least = 512;
constexpr unsigned public_exponent = 65'537;

// FIPS 186-5 A.1.3: the primes must differ within their first 100 bits.
bool far_apart(const BIGNUM* p, const BIGNUM* q, int bits) {
  const OwnedBn difference = new_bn();
  require(BN_sub(difference.get(), p, q) == 1, "BN_sub");
  const OwnedBn least = new_bn();
  require(BN_set_bit(least.get(), bits / 2 - 100) == 1, "BN_set_bit");
  return BN_ucmp(difference.get(), least.get()) > 0;
}

/// The numbers of the key of two primes. Returns nullopt if FIPS 186-5 A.1.3 or A.1.1 does not allow the pair.
std::optional<RsaNumbers> rsa_numbers(int bits, const Bytes& first, const Bytes& second) {
  RsaNumbers key{new_bn(), new_bn(), new_bn(), bn_from(first), bn_from(second), new_bn(), new_bn(), new_bn()};
  if (BN_cmp(key.p.get(), key.q.get()) < 0) std::swap(key.p, key.q);
  if (!far_apart(key.p.get(), key.q.get(), bits)) return std::nullopt;

  const OwnedBnContext context = new_bn_context();
  BN_CTX* ctx = context.get();
  const OwnedBn p1 = new_bn(), q1 = new_bn(), product = new_bn(), gcd = new_bn(), lcm = new_bn();
  require(BN_set_word(key.e.get(), public_exponent) == 1 && BN_mul(key.n.get(), key.p.get(), key.q.get(), ctx) == 1 &&
              BN_sub(p1.get(), key.p.get(), BN_value_one()) == 1 &&
              BN_sub(q1.get(), key.q.get(), BN_value_one()) == 1 &&
              BN_mul(product.get(), p1.get(), q1.get(), ctx) == 1 && BN_gcd(gcd.get(), p1.get(), q1.get(), ctx) == 1 &&
              BN_div(lcm.get(), nullptr, product.get(), gcd.get(), ctx) == 1,
          "RSA numbers");
  require(BN_mod_inverse(key.d.get(), key.e.get(), lcm.get(), ctx) &&
              BN_mod(key.dp.get(), key.d.get(), p1.get(), ctx) == 1 &&
              BN_mod(key.dq.get(), key.d.get(), q1.get(), ctx) == 1 &&
              BN_mod_inverse(key.qi.get(), key.q.get(), key.p.get(), ctx),
          "RSA numbers");
  if (BN_num_bits(key.d.get()) <= bits / 2) return std::nullopt;
  return key;
}

PrivateKey rsa_key(const RsaNumbers& key) {
  const KeySpec spec{KeyType::rsa, BN_num_bits(key.n.get())};
  return PrivateKey(rsa_pkcs8(key), PublicKey(rsa_spki(key.n.get(), key.e.get()), spec));
}

PrivateKey generate_rsa(int bits, const base::Randomness& randomness, Threads threads, PrimeEngine engine) {
  const auto p_stream = randomness.stream("rsa-p");
  const auto q_stream = randomness.stream("rsa-q");
  const auto p_witnesses = randomness.stream("rsa-witness-p");
  const auto q_witnesses = randomness.stream("rsa-witness-q");
  // `async | deferred` lets the library run the search on this thread if it cannot start another.
  const bool side_by_side = threads == Threads::two && bits >= 1024;
  const auto policy = side_by_side ? std::launch::async | std::launch::deferred : std::launch::deferred;
  std::future<Bytes> p =
      std::async(policy, [&] { return find_prime((bits + 1) / 2, *p_stream, *p_witnesses, engine); });
  Bytes q = find_prime(bits / 2, *q_stream, *q_witnesses, engine);
  const Bytes p_octets = p.get();
  for (;;) {
    if (const auto numbers = rsa_numbers(bits, p_octets, q)) return rsa_key(*numbers);
    q = find_prime(bits / 2, *q_stream, *q_witnesses, engine);
  }
}

PrivateKey openssl_rsa(int bits) {
  EVP_PKEY* key =
      require(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(bits)), "EVP_PKEY_Q_keygen");
  return PrivateKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

PrivateKey generate_ec(const Curve& curve, const base::Randomness& randomness) {
  const EC_GROUP* group = named_group(std::string(curve.openssl_name).c_str());
  const OwnedBnContext context = new_bn_context();
  const auto stream = randomness.stream("ec-scalar");
  const OwnedBn scalar = draw_scalar(EC_GROUP_get0_order(group), *stream, context.get());
  const OwnedPoint point(require(EC_POINT_new(group), "EC_POINT_new"));
  require(EC_POINT_mul(group, point.get(), scalar.get(), nullptr, nullptr, context.get()) == 1, "EC_POINT_mul");
  Bytes octets(1 + 2 * static_cast<std::size_t>((EC_GROUP_get_degree(group) + 7) / 8));
  require(EC_POINT_point2oct(group, point.get(), POINT_CONVERSION_UNCOMPRESSED, octets.data(), octets.size(),
                             context.get()) == octets.size(),
          "EC_POINT_point2oct");
  return PrivateKey(ec_pkcs8(curve, scalar.get(), octets), PublicKey(ec_spki(curve, octets), curve.spec));
}

}  // namespace

bool can_generate(KeySpec spec) {
  if (spec.type == KeyType::rsa) {
    return spec.bits >= rsa_bits_least && spec.bits <= static_cast<int>(base::limits::rsa_bits_most);
  }
  if (spec.type == KeyType::dsa) return is_dsa_size(spec.bits);
  return find_curve(spec) != nullptr;
}

PrivateKey generate_key(KeySpec spec, const base::Randomness& randomness, Threads threads, KeyMaker maker) {
  const CleanErrorQueue clean;
  if (!can_generate(spec)) throw base::Fault("a key of a kind or size that cannot be generated was asked for");
  if (spec.type == KeyType::rsa && maker == KeyMaker::openssl) return openssl_rsa(spec.bits);
  if (spec.type == KeyType::rsa) {
    const auto engine = maker == KeyMaker::portable ? PrimeEngine::portable : PrimeEngine::fastest;
    return generate_rsa(spec.bits, randomness, threads, engine);
  }
  if (spec.type == KeyType::dsa) return generate_dsa(spec.bits, randomness);
  return generate_ec(*find_curve(spec), randomness);
}

}  // namespace ringside::crypto
