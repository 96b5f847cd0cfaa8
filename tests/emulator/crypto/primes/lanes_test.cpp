// tests/emulator/crypto/primes/lanes_test.cpp - the vector kernel computes what OpenSSL's big numbers compute.
#include "emulator/crypto/primes/lanes.hpp"

#include <memory>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/bn.h>

#include "emulator/crypto/random.hpp"

namespace ringside::crypto::lanes {
namespace {

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number number(base::ByteView octets) {
  return {BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), &BN_free};
}

base::Bytes octets_of(const BIGNUM* value, std::size_t size) {
  base::Bytes octets(size);
  EXPECT_EQ(BN_bn2binpad(value, octets.data(), static_cast<int>(size)), static_cast<int>(size));
  return octets;
}

Number power_of_two(std::size_t exponent, const BIGNUM* modulus) {
  Number power(BN_new(), &BN_free);
  const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), &BN_CTX_free);
  BN_set_bit(power.get(), static_cast<int>(exponent));
  BN_nnmod(power.get(), power.get(), modulus, context.get());
  return power;
}

class Lanes : public ::testing::TestWithParam<int> {
 protected:
  /// An odd number of exactly the parameter's bits, the two top bits set.
  Number odd(const std::string& purpose) const {
    base::Bytes octets((bits() + 7) / 8);
    SeededRandomness("lanes", std::to_string(bits())).stream(purpose)->fill(octets);
    Number n = number(octets);
    BN_mask_bits(n.get(), GetParam());
    for (const int bit : {GetParam() - 1, GetParam() - 2, 0}) BN_set_bit(n.get(), bit);
    return n;
  }

  /// 2^(bits) - 1 and the like: limbs full of ones, where carries run furthest.
  Number all_ones(int zeros_at) const {
    Number n(BN_new(), &BN_free);
    BN_set_bit(n.get(), GetParam());
    BN_sub_word(n.get(), 1);
    if (zeros_at > 0) BN_clear_bit(n.get(), zeros_at);
    return n;
  }

  [[nodiscard]] std::size_t bits() const { return static_cast<std::size_t>(GetParam()); }
  [[nodiscard]] std::size_t size() const { return (bits() + 7) / 8; }
  [[nodiscard]] std::size_t limbs() const { return limbs_for(GetParam()); }
};

TEST_P(Lanes, RaiseEightBasesToAPower) {
  const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), &BN_CTX_free);
  for (const Number& n : {odd("n"), all_ones(0), all_ones(53)}) {
    const Number exponent = odd("exponent");
    const Number factor = power_of_two(2 * 52 * limbs(), n.get());
    Numbers moduli, bases, factors;
    std::vector<base::Bytes> expected;
    for (std::size_t lane = 0; lane < count; ++lane) {
      Number base = odd("base" + std::to_string(lane));
      if (lane == 0) BN_zero(base.get());
      if (lane == 1) BN_one(base.get());
      if (lane == 2) {
        BN_copy(base.get(), n.get());
        BN_sub_word(base.get(), 1);
      }
      BN_nnmod(base.get(), base.get(), n.get(), context.get());
      moduli.set(lane, octets_of(n.get(), size()));
      bases.set(lane, octets_of(base.get(), size()));
      factors.set(lane, octets_of(factor.get(), size()));
      BN_mod_exp(base.get(), base.get(), exponent.get(), n.get(), context.get());
      expected.push_back(octets_of(base.get(), size()));
    }
    const Numbers found = powers(moduli, bases, factors, octets_of(exponent.get(), size()), limbs());
    for (std::size_t lane = 0; lane < count; ++lane) EXPECT_EQ(found.get(lane, size()), expected[lane]) << lane;
  }
}

TEST_P(Lanes, TellNumbersThatPassFermatsTestFromThoseThatDoNot) {
  const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), &BN_CTX_free);
  const int bits_left = GetParam() - 6;
  Numbers moduli, starts;
  std::array<bool, count> expected{};
  for (std::size_t lane = 0; lane < count; ++lane) {
    Number n = odd("n" + std::to_string(lane));
    expected[lane] = lane % 3 == 1;
    if (expected[lane])
      while (BN_check_prime(n.get(), nullptr, nullptr) != 1) BN_add_word(n.get(), 2);
    else  // composite for certain: a multiple of 3
      while (BN_mod_word(n.get(), 3) != 0) BN_add_word(n.get(), 2);
    const Number leading(BN_new(), &BN_free);
    BN_rshift(leading.get(), n.get(), bits_left);
    moduli.set(lane, octets_of(n.get(), size()));
    starts.set(lane, octets_of(power_of_two(BN_get_word(leading.get()) + 52 * limbs(), n.get()).get(), size()));
  }
  EXPECT_EQ(passes_fermat(moduli, starts, bits_left, limbs()), expected);
}

// Without AVX512-IFMA there is nothing to try here; that the search goes on without lanes is FindPrime's test.
std::vector<int> widths() {
  if (!available()) return {};
  return {160, 256, 512, 520, 768, 1024, 1032, 1536, 2048};
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Lanes);
INSTANTIATE_TEST_SUITE_P(Widths, Lanes, ::testing::ValuesIn(widths()),
                         [](const auto& each) { return "Of" + std::to_string(each.param) + "Bits"; });

TEST(LaneNumbers, KeepOctetsOnBothSidesOfALimbsEdge) {
  base::Bytes octets(260);
  for (std::size_t i = 0; i < octets.size(); ++i) octets[i] = static_cast<std::uint8_t>(255 - i);
  Numbers numbers;
  numbers.set(3, octets);
  EXPECT_EQ(numbers.get(3, 260), octets);
  EXPECT_EQ(numbers.get(2, 260), base::Bytes(260));
  for (const auto& row : numbers.limb) EXPECT_LT(row[3], std::uint64_t{1} << 52);
}

TEST(LaneNumbers, LeaveEightBitsToSpare) {
  EXPECT_EQ(limbs_for(512), 10u);
  EXPECT_EQ(limbs_for(513), 20u);
  EXPECT_EQ(limbs_for(1032), 20u);
  EXPECT_EQ(limbs_for(1033), 30u);
  EXPECT_EQ(limbs_for(2048), 40u);
  EXPECT_EQ(limbs_for(2073), 0u);
}

}  // namespace
}  // namespace ringside::crypto::lanes
