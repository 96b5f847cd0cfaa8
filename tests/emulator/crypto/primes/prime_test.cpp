// tests/emulator/crypto/primes/prime_test.cpp - the search finds the prime of the definition, whatever its means.
#include "emulator/crypto/primes/prime.hpp"

#include <deque>
#include <memory>

#include <gtest/gtest.h>
#include <openssl/bn.h>

#include "base/fault.hpp"
#include "emulator/crypto/primes/primality_paired.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number number(const base::Bytes& octets) {
  return {BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), &BN_free};
}

/// Plays back octets that a test chose.
class FixedStream final : public base::ByteStream {
 public:
  explicit FixedStream(std::deque<base::Bytes> draws) : draws_(std::move(draws)) {}
  void fill(std::span<std::uint8_t> out) override {
    ASSERT_FALSE(draws_.empty()) << "drawn too often";
    ASSERT_EQ(draws_.front().size(), out.size());
    std::copy(draws_.front().begin(), draws_.front().end(), out.begin());
    draws_.pop_front();
  }
  [[nodiscard]] std::size_t left() const { return draws_.size(); }

 private:
  std::deque<base::Bytes> draws_;
};

// The definition, word by word, with OpenSSL's own primality test and no sieve.
base::Bytes prime_by_definition(int bits, base::ByteStream& stream) {
  for (;;) {
    base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
    stream.fill(octets);
    const Number n = number(octets);
    BN_mask_bits(n.get(), bits);
    for (const int bit : {bits - 1, bits - 2, 0}) BN_set_bit(n.get(), bit);
    while (BN_mod_word(n.get(), 65'537) == 1 || BN_check_prime(n.get(), nullptr, nullptr) != 1) BN_add_word(n.get(), 2);
    if (BN_num_bits(n.get()) != bits) continue;
    base::Bytes found(octets.size());
    BN_bn2bin(n.get(), found.data());
    return found;
  }
}

TEST(FindPrime, FindsTheSamePrimeInLanesAndWithout) {
  const SystemRandomness system;
  const auto witnesses = system.stream("");
  for (const int bits : {160, 256, 511, 512, 640, 1024, 1032, 1040, 1536, 2048}) {
    for (int i = 0; i < (bits <= 1024 ? 3 : 1); ++i) {
      const SeededRandomness seeded("engines", std::to_string(bits) + '/' + std::to_string(i));
      EXPECT_EQ(find_prime(bits, *seeded.stream("p"), *witnesses, PrimeEngine::fastest),
                find_prime(bits, *seeded.stream("p"), *witnesses, PrimeEngine::portable))
          << bits << '/' << i;
    }
  }
}

TEST(FindPrime, FindsThePrimeOfTheDefinition) {
  const SystemRandomness system;
  for (const int bits : {160, 161, 224, 256, 257, 300, 512, 519, 768, 1024}) {
    for (int i = 0; i < (bits <= 512 ? 5 : 1); ++i) {
      const SeededRandomness seeded("prime", std::to_string(bits) + '/' + std::to_string(i));
      const auto witnesses = system.stream("");
      EXPECT_EQ(find_prime(bits, *seeded.stream("p"), *witnesses), prime_by_definition(bits, *seeded.stream("p")))
          << bits << " bits, number " << i;
    }
  }
}

TEST(FindPrime, IsNotInfluencedByTheWitnesses) {
  const SeededRandomness seeded("prime", "x");
  const auto once = find_prime(512, *seeded.stream("p"), *seeded.stream("w1"));
  EXPECT_EQ(once, find_prime(512, *seeded.stream("p"), *seeded.stream("w2")));
}

TEST(FindPrime, DrawsAgainWhenTheNextPrimeHasTooManyBits) {
  const base::Bytes highest(32, 0xFF);  // 2^256 - 1: the next prime has 257 bits
  const base::Bytes other(32, 0x5A);
  FixedStream stream({highest, other});
  FixedStream expected({other});
  const SeededRandomness seeded("prime", "w");
  EXPECT_EQ(find_prime(256, stream, *seeded.stream("w")), prime_by_definition(256, expected));
  EXPECT_EQ(stream.left(), 0u);
}

TEST(FindPrime, PassesOverAPrimeThatDoesNotGoWithTheExponent) {
  // A prime that is 1 modulo 65537, found by looking: the search must begin on it and not take it.
  Number n(BN_new(), &BN_free);
  BN_set_bit(n.get(), 255);
  BN_set_bit(n.get(), 254);
  BN_set_bit(n.get(), 0);
  while (BN_mod_word(n.get(), 65'537) != 1) BN_add_word(n.get(), 2);
  while (BN_check_prime(n.get(), nullptr, nullptr) != 1) BN_add_word(n.get(), 2 * 65'537);
  base::Bytes start(32);
  BN_bn2bin(n.get(), start.data());

  FixedStream stream({start});
  FixedStream expected({start});
  const SeededRandomness seeded("prime", "w");
  const base::Bytes found = find_prime(256, stream, *seeded.stream("w"));
  EXPECT_NE(found, start);
  EXPECT_EQ(found, prime_by_definition(256, expected));
}

TEST(FindPrime, RefusesSizesThatItWasNotMadeFor) {
  const SeededRandomness seeded("prime", "w");
  EXPECT_THROW(find_prime(159, *seeded.stream("p"), *seeded.stream("w")), base::Fault);
  EXPECT_THROW(find_prime(2049, *seeded.stream("p"), *seeded.stream("w")), base::Fault);
}

TEST(IsPrime, AgreesWithOpenssl) {
  const SeededRandomness seeded("prime", "is");
  const auto witnesses = seeded.stream("w");
  Number n(BN_new(), &BN_free);
  BN_set_bit(n.get(), 200);
  BN_set_bit(n.get(), 0);
  int primes = 0;
  for (int i = 0; i < 500; ++i) {
    base::Bytes octets(static_cast<std::size_t>(BN_num_bytes(n.get())));
    BN_bn2bin(n.get(), octets.data());
    const bool prime = BN_check_prime(n.get(), nullptr, nullptr) == 1;
    EXPECT_EQ(is_prime(octets, *witnesses), prime) << i;
    primes += prime ? 1 : 0;
    BN_add_word(n.get(), 2);
  }
  EXPECT_GT(primes, 0);
}

TEST(IsPrime, IsNotFooledByACarmichaelNumber) {
  // (6k + 1)(12k + 1)(18k + 1) with three prime factors passes Fermat's test to every base that it has no factor with.
  const SeededRandomness seeded("prime", "is");
  const auto witnesses = seeded.stream("w");
  Number k(BN_new(), &BN_free), product(BN_new(), &BN_free), factor(BN_new(), &BN_free);
  const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), &BN_CTX_free);
  BN_set_bit(k.get(), 60);
  for (bool found = false; !found;) {
    BN_add_word(k.get(), 1);
    BN_one(product.get());
    found = true;
    for (const BN_ULONG times : {6u, 12u, 18u}) {
      BN_copy(factor.get(), k.get());
      BN_mul_word(factor.get(), times);
      BN_add_word(factor.get(), 1);
      found = found && BN_check_prime(factor.get(), nullptr, nullptr) == 1;
      BN_mul(product.get(), product.get(), factor.get(), context.get());
    }
  }
  base::Bytes octets(static_cast<std::size_t>(BN_num_bytes(product.get())));
  BN_bn2bin(product.get(), octets.data());
  EXPECT_FALSE(is_prime(octets, *witnesses));
}

}  // namespace
}  // namespace ringside::crypto
