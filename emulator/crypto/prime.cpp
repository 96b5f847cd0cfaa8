// emulator/crypto/prime.cpp - sieve, Fermat test, Miller-Rabin rounds, on OpenSSL's public big-number functions.
//
// Survivors of the sieve are tested two at a time: BN_mod_exp_mont_consttime_x2 runs both exponentiations side by side
// where the processor has AVX512-IFMA, and one after the other where not. The answer is the first that passes, so it is
// the same.
#include "emulator/crypto/prime.hpp"

#include <optional>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/sieve.hpp"

namespace ringside::crypto {
namespace {

using OwnedMontgomery = Owned<BN_MONT_CTX, BN_MONT_CTX_free>;

struct RoundCount {
  int from_bits;
  int rounds;
};
// FIPS 186-5 table B.1 names the first two; those below are from the bound of Damgard, Landrock and Pomerance for
// 2^-112. Below 256 bits Rabin's 4^-rounds, which holds for every number, gives the same.
constexpr int rounds_for_any_number = 56;
constexpr RoundCount miller_rabin_rounds[] = {{1536, 4}, {1024, 5}, {512, 10}, {256, 24}, {160, rounds_for_any_number}};

int rounds_for(int bits) {
  for (const RoundCount& row : miller_rabin_rounds) {
    if (bits >= row.from_bits) return row.rounds;
  }
  throw base::Fault("a prime of fewer than 160 bits was asked for");
}

/// Draws bases: at least 2, below 2^(bits - 1) and so below every candidate. The bit below the top is set, because the
/// paired exponentiation wants all machine words in use.
OwnedBn draw_base(int bits, base::ByteStream& witnesses) {
  base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
  witnesses.fill(octets);
  OwnedBn base = bn_from(octets);
  BN_mask_bits(base.get(), bits - 1);
  require(BN_set_bit(base.get(), bits - 2) == 1, "BN_set_bit");
  return base;
}

/// One candidate with what its exponentiations need.
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

  /// Fermat's test to the base 2: squarings alone.
  [[nodiscard]] bool passes_fermat(BN_CTX* context) const {
    OwnedBn power = new_bn();
    require(BN_mod_exp_mont_word(power.get(), 2, less_one(), number(), context, montgomery()) == 1, "BN_mod_exp");
    return BN_is_one(power.get());
  }

  /// FIPS 186-5 B.3.1, one round.
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

class Search {
 public:
  Search(int bits, base::ByteStream& witnesses)
      : bits_(bits), rounds_(rounds_for(bits)), witnesses_(witnesses), context_(new_bn_context()) {}

  /// The least fitting prime at or above `start`; nothing if it has too many bits.
  std::optional<base::Bytes> from(const BIGNUM* start) {
    OwnedBn window_start(require(BN_dup(start), "BN_dup"));
    while (BN_num_bits(window_start.get()) == bits_) {
      if (auto prime = in_window(window_start.get())) return prime;
      require(BN_add_word(window_start.get(), 2 * Sieve::window) == 1, "BN_add_word");
    }
    return std::nullopt;
  }

 private:
  std::optional<base::Bytes> in_window(const BIGNUM* start) {
    const Sieve sieve(bn_bytes(start));
    std::size_t index = sieve.next(0);
    while (index < Sieve::window) {
      const std::size_t second = sieve.next(index + 1);
      const Candidate a(start, index, context_.get());
      // At the window's end the pair is one candidate twice: rare, and simpler than a second kind of test.
      const Candidate b(start, second < Sieve::window ? second : index, context_.get());
      if (const Candidate* found = test_pair(a, b)) return bn_bytes(found->number());
      index = sieve.next(second + 1);
    }
    return std::nullopt;
  }

  const Candidate* test_pair(const Candidate& a, const Candidate& b) {
    const OwnedBn base = draw_base(bits_, witnesses_);
    OwnedBn power_a = new_bn();
    OwnedBn power_b = new_bn();
    require(
        BN_mod_exp_mont_consttime_x2(power_a.get(), base.get(), a.less_one(), a.number(), a.montgomery(), power_b.get(),
                                     base.get(), b.less_one(), b.number(), b.montgomery(), context_.get()) == 1,
        "BN_mod_exp_x2");
    if (BN_is_one(power_a.get()) && is_prime(a)) return &a;
    if (BN_is_one(power_b.get()) && is_prime(b)) return &b;
    return nullptr;
  }

  // A candidate above the permitted length can only stand in the last window before an overflow.
  bool is_prime(const Candidate& candidate) {
    if (BN_num_bits(candidate.number()) != bits_) return false;
    for (int round = 0; round < rounds_; ++round) {
      if (!candidate.passes_round(draw_base(bits_, witnesses_).get(), context_.get())) return false;
    }
    return true;
  }

  int bits_;
  int rounds_;
  base::ByteStream& witnesses_;
  OwnedBnContext context_;
};

OwnedBn draw_start(int bits, base::ByteStream& stream) {
  base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
  stream.fill(octets);
  OwnedBn start = bn_from(octets);
  OPENSSL_cleanse(octets.data(), octets.size());
  BN_mask_bits(start.get(), bits);
  for (const int bit : {bits - 1, bits - 2, 0}) require(BN_set_bit(start.get(), bit) == 1, "BN_set_bit");
  return start;
}

}  // namespace

base::Bytes find_prime(int bits, base::ByteStream& stream, base::ByteStream& witnesses) {
  if (bits < 160 || bits > 2048) throw base::Fault("a prime must have 160 to 2048 bits");
  Search search(bits, witnesses);
  for (;;) {
    const OwnedBn start = draw_start(bits, stream);
    if (auto prime = search.from(start.get())) return *prime;
  }
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
