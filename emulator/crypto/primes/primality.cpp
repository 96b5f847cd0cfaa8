// emulator/crypto/primes/primality.cpp - the number of Miller-Rabin rounds and their bases.
#include "emulator/crypto/primes/primality.hpp"

namespace ringside::crypto {
namespace {

struct RoundCount {
  int from_bits;
  int rounds;
};
// The first two rows are from FIPS 186-5 table B.1, the next two from the bound of Damgard, Landrock and Pomerance for
// 2^-112. Below 256 bits Rabin's bound of 4^-rounds, which holds for every number, gives the same error.
constexpr RoundCount miller_rabin_rounds[] = {{1536, 4}, {1024, 5}, {512, 10}, {256, 24}, {160, rounds_for_any_number}};

}  // namespace

int rounds_for(int bits) {
  for (const RoundCount& row : miller_rabin_rounds) {
    if (bits >= row.from_bits) return row.rounds;
  }
  throw base::Fault("a prime of fewer than 160 bits was asked for");
}

// The second highest bit is set, because the paired exponentiation needs a value that uses all machine words.
OwnedBn draw_base(int bits, base::ByteStream& witnesses) {
  base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
  witnesses.fill(octets);
  OwnedBn base = bn_from(octets);
  BN_mask_bits(base.get(), bits - 1);
  require(BN_set_bit(base.get(), bits - 2) == 1, "BN_set_bit");
  return base;
}

}  // namespace ringside::crypto
