// emulator/crypto/primes/primality_lanes.cpp - Fermat's test for eight candidates at once, then all rounds for the one
// that passed.
#include "emulator/crypto/primes/primality_lanes.hpp"

#include <algorithm>
#include <array>

#include "emulator/crypto/primes/lanes.hpp"

namespace ringside::crypto {
namespace {

constexpr int leading_bits = 6;  // of an exponent; one division is cheaper than their squarings

class LaneTest final : public PrimeTest {
 public:
  LaneTest(int bits, base::ByteStream& witnesses)
      : bits_(bits),
        limbs_(lanes::limbs_for(bits)),
        rounds_(rounds_for(bits)),
        witnesses_(witnesses),
        context_(new_bn_context()) {}

  [[nodiscard]] std::size_t width() const override { return lanes::count; }

  std::optional<std::size_t> first_prime(const BIGNUM* start, std::span<const std::size_t> indices) override {
    std::array<OwnedBn, lanes::count> candidates;
    lanes::Numbers moduli;
    lanes::Numbers beginnings;
    for (std::size_t lane = 0; lane < lanes::count; ++lane) {
      const std::size_t index = indices[std::min(lane, indices.size() - 1)];
      OwnedBn& candidate = candidates[lane];
      candidate = OwnedBn(require(BN_dup(start), "BN_dup"));
      require(BN_add_word(candidate.get(), 2 * index) == 1, "BN_add_word");
      moduli.set(lane, bn_bytes(candidate.get()));
      beginnings.set(lane, bn_bytes(beginning(candidate.get()).get()));
    }
    const auto passed = lanes::passes_fermat(moduli, beginnings, bits_ - leading_bits, limbs_);
    for (std::size_t lane = 0; lane < indices.size(); ++lane)
      if (passed[lane] && is_prime(candidates[lane].get())) return indices[lane];
    return std::nullopt;
  }

 private:
  /// 2^(exponent + 52 * limbs) mod n.
  OwnedBn shifted_residue(std::uint64_t exponent, const BIGNUM* n) {
    OwnedBn power = new_bn();
    const auto bit = static_cast<int>(exponent + limbs_ * lanes::limb_bits);
    require(BN_set_bit(power.get(), bit) == 1 && BN_nnmod(power.get(), power.get(), n, context_.get()) == 1, "BN_mod");
    return power;
  }

  OwnedBn beginning(const BIGNUM* n) {
    const OwnedBn leading = new_bn();
    require(BN_rshift(leading.get(), n, bits_ - leading_bits) == 1, "BN_rshift");
    return shifted_residue(BN_get_word(leading.get()), n);
  }

  // Only the last window before an overflow can hold a candidate above the permitted length.
  bool is_prime(const BIGNUM* n) {
    if (BN_num_bits(n) != bits_) return false;
    const OwnedBn less_one(require(BN_dup(n), "BN_dup"));
    require(BN_sub_word(less_one.get(), 1) == 1, "BN_sub_word");
    for (int round = 0; round < rounds_; round += static_cast<int>(lanes::count))
      if (!passes_rounds(n, less_one.get())) return false;
    return true;
  }

  /// Eight rounds of FIPS 186-5 B.3.1.
  bool passes_rounds(const BIGNUM* n, const BIGNUM* less_one) {
    int twos = 1;
    while (!BN_is_bit_set(less_one, twos)) ++twos;
    const OwnedBn odd = new_bn();
    require(BN_rshift(odd.get(), less_one, twos) == 1, "BN_rshift");
    lanes::Numbers moduli;
    lanes::Numbers bases;
    lanes::Numbers factors;
    const base::Bytes modulus = bn_bytes(n);
    const base::Bytes factor = bn_bytes(shifted_residue(limbs_ * lanes::limb_bits, n).get());
    for (std::size_t lane = 0; lane < lanes::count; ++lane) {
      moduli.set(lane, modulus);
      bases.set(lane, bn_bytes(draw_base(bits_, witnesses_).get()));
      factors.set(lane, factor);
    }
    const lanes::Numbers powers = lanes::powers(moduli, bases, factors, bn_bytes(odd.get()), limbs_);
    for (std::size_t lane = 0; lane < lanes::count; ++lane)
      if (!passes(bn_from(powers.get(lane, modulus.size())), n, less_one, twos)) return false;
    return true;
  }

  bool passes(OwnedBn power, const BIGNUM* n, const BIGNUM* less_one, int twos) {
    if (BN_is_one(power.get()) || BN_cmp(power.get(), less_one) == 0) return true;
    for (int i = 1; i < twos; ++i) {
      require(BN_mod_sqr(power.get(), power.get(), n, context_.get()) == 1, "BN_mod_sqr");
      if (BN_cmp(power.get(), less_one) == 0) return true;
    }
    return false;
  }

  int bits_;
  std::size_t limbs_;
  int rounds_;
  base::ByteStream& witnesses_;
  OwnedBnContext context_;
};

}  // namespace

std::unique_ptr<PrimeTest> lane_test(int bits, base::ByteStream& witnesses) {
  if (!lanes::available() || lanes::limbs_for(bits) == 0) return nullptr;
  return std::make_unique<LaneTest>(bits, witnesses);
}

}  // namespace ringside::crypto
