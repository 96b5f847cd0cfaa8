// emulator/crypto/primes/primality_paired.cpp - Fermat's test and Miller-Rabin rounds with OpenSSL's public big-number
// functions.
//
// BN_mod_exp_mont_consttime_x2 runs two exponentiations side by side if the processor has AVX512-IFMA and the OpenSSL
// release supports the size. Otherwise it runs one after the other, and Fermat's test to the base 2 is an eighth
// faster. The result is the first candidate that passes, so it is the same in both cases.
#include "emulator/crypto/primes/primality_paired.hpp"

#include <cstdlib>
#include <string>

namespace ringside::crypto {
namespace {

constexpr unsigned long long ifma_bit = 1ull << 21;  // of the second number in OPENSSL_ia32cap(3)

// OpenSSL ignores instructions that OPENSSL_ia32cap masks, so they count as missing here.
bool library_has_ifma() {
  const char* settings = OPENSSL_info(OPENSSL_INFO_CPU_SETTINGS);
  const std::string text = settings == nullptr ? "" : settings;
  const auto second = text.find(":0x", text.find("OPENSSL_ia32cap="));
  return second != std::string::npos && (std::strtoull(text.c_str() + second + 1, nullptr, 16) & ifma_bit) != 0;
}

bool runs_pairs(int bits) {
  static const bool has_ifma = library_has_ifma();
  const bool from_3_1 = OPENSSL_version_major() > 3 || OPENSSL_version_minor() >= 1;
  return has_ifma && (bits == 1024 || (from_3_1 && (bits == 1536 || bits == 2048)));
}

using OwnedMontgomery = Owned<BN_MONT_CTX, BN_MONT_CTX_free>;

/// One candidate and the values that its exponentiations need.
class Candidate {
 public:
  Candidate(const BIGNUM* start, std::size_t index, BN_CTX* context)
      : number_(BN_dup(start)), less_one_(new_bn()), montgomery_(BN_MONT_CTX_new()) {
    require(number_ && montgomery_, "candidate");
    require(BN_add_word(number_.get(), 2 * index) == 1, "BN_add_word");
    require(BN_sub(less_one_.get(), number_.get(), BN_value_one()) == 1, "BN_sub");
    require(BN_MONT_CTX_set(montgomery_.get(), number_.get(), context) == 1, "BN_MONT_CTX_set");
  }

  [[nodiscard]] const BIGNUM* number() const { return number_.get(); }
  [[nodiscard]] const BIGNUM* less_one() const { return less_one_.get(); }
  [[nodiscard]] BN_MONT_CTX* montgomery() const { return montgomery_.get(); }

  /// Fermat's test to the base 2, which needs only squarings.
  [[nodiscard]] bool passes_fermat(BN_CTX* context) const {
    OwnedBn power = new_bn();
    require(BN_mod_exp_mont_word(power.get(), 2, less_one(), number(), context, montgomery()) == 1, "BN_mod_exp");
    return BN_is_one(power.get());
  }

  /// One round of FIPS 186-5 B.3.1.
  [[nodiscard]] bool passes_round(const BIGNUM* base, BN_CTX* context) const {
    int twos = 1;
    while (!BN_is_bit_set(less_one(), twos)) ++twos;
    OwnedBn odd = new_bn();
    OwnedBn power = new_bn();
    require(BN_rshift(odd.get(), less_one(), twos) == 1, "BN_rshift");
    require(BN_mod_exp_mont_consttime(power.get(), base, odd.get(), number(), context, montgomery()) == 1,
            "BN_mod_exp");
    if (BN_is_one(power.get()) || BN_cmp(power.get(), less_one()) == 0) return true;
    for (int i = 1; i < twos; ++i) {
      require(BN_mod_sqr(power.get(), power.get(), number(), context) == 1, "BN_mod_sqr");
      if (BN_cmp(power.get(), less_one()) == 0) return true;
    }
    return false;
  }

 private:
  OwnedBn number_, less_one_;
  OwnedMontgomery montgomery_;
};

class PairedTest final : public PrimeTest {
 public:
  PairedTest(int bits, base::ByteStream& witnesses)
      : bits_(bits),
        in_pairs_(runs_pairs(bits)),
        rounds_(rounds_for(bits)),
        witnesses_(witnesses),
        context_(new_bn_context()) {}

  [[nodiscard]] std::size_t width() const override { return in_pairs_ ? 2 : 1; }

  std::optional<std::size_t> first_prime(const BIGNUM* start, std::span<const std::size_t> indices) override {
    if (in_pairs_) return first_of_pair(start, indices);
    const Candidate candidate(start, indices.front(), context_.get());
    if (candidate.passes_fermat(context_.get()) && is_prime(candidate)) return indices.front();
    return std::nullopt;
  }

 private:
  // A single candidate is tested as a pair with itself. This is rare, and simpler than another kind of test.
  std::optional<std::size_t> first_of_pair(const BIGNUM* start, std::span<const std::size_t> indices) {
    const Candidate a(start, indices.front(), context_.get());
    const Candidate b(start, indices.back(), context_.get());
    const OwnedBn base = draw_base(bits_, witnesses_);
    OwnedBn power_a = new_bn();
    OwnedBn power_b = new_bn();
    require(
        BN_mod_exp_mont_consttime_x2(power_a.get(), base.get(), a.less_one(), a.number(), a.montgomery(), power_b.get(),
                                     base.get(), b.less_one(), b.number(), b.montgomery(), context_.get()) == 1,
        "BN_mod_exp_x2");
    if (BN_is_one(power_a.get()) && is_prime(a)) return indices.front();
    if (BN_is_one(power_b.get()) && is_prime(b)) return indices.back();
    return std::nullopt;
  }

  // Only the last window before an overflow can hold a candidate above the permitted length.
  bool is_prime(const Candidate& candidate) {
    if (BN_num_bits(candidate.number()) != bits_) return false;
    for (int round = 0; round < rounds_; ++round) {
      if (!candidate.passes_round(draw_base(bits_, witnesses_).get(), context_.get())) return false;
    }
    return true;
  }

  int bits_;
  bool in_pairs_;
  int rounds_;
  base::ByteStream& witnesses_;
  OwnedBnContext context_;
};

}  // namespace

std::unique_ptr<PrimeTest> paired_test(int bits, base::ByteStream& witnesses) {
  return std::make_unique<PairedTest>(bits, witnesses);
}

bool is_prime(base::ByteView number, base::ByteStream& witnesses) {
  const OwnedBnContext context = new_bn_context();
  const Candidate candidate(bn_from(number).get(), 0, context.get());
  if (!candidate.passes_fermat(context.get())) return false;
  for (int round = 0; round < rounds_for_any_number; ++round) {
    const OwnedBn base = draw_base(BN_num_bits(candidate.number()), witnesses);
    if (!candidate.passes_round(base.get(), context.get())) return false;
  }
  return true;
}

}  // namespace ringside::crypto
