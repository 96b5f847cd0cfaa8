// emulator/crypto/primes/sieve.cpp - removes multiples of small primes.
//
// The remainder of the start modulo each of 12,250 primes is a dot product of its 32-bit limbs with a table of powers.
// The sums stay below 2^64, so there is one division per prime, where long division would need one per limb.
#include "emulator/crypto/primes/sieve.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ringside::crypto {
namespace {

constexpr std::uint32_t sieve_limit = 1u << 17;
constexpr std::uint32_t public_exponent = 65'537;
constexpr std::size_t most_limbs = 64;  // 2048 bits

using Limbs = std::array<std::uint32_t, most_limbs>;

struct SmallPrime {
  std::uint32_t prime = 0;
  Limbs powers{};  // 2^(32 i) modulo prime
};

std::vector<SmallPrime> small_primes() {
  std::vector<SmallPrime> table;
  for (const std::uint32_t prime : odd_primes_below(sieve_limit)) {
    SmallPrime& entry = table.emplace_back();
    entry.prime = prime;
    std::uint64_t power = 1;
    for (std::uint32_t& slot : entry.powers) {
      slot = static_cast<std::uint32_t>(power);
      power = (power << 32) % prime;
    }
  }
  return table;
}

Limbs limbs_of(base::ByteView big_endian) {
  Limbs limbs{};
  for (std::size_t i = 0; i < big_endian.size(); ++i) {
    const std::size_t from_right = big_endian.size() - 1 - i;
    limbs[from_right / 4] |= std::uint32_t{big_endian[i]} << (8 * (from_right % 4));
  }
  return limbs;
}

std::uint32_t remainder(const Limbs& limbs, std::size_t count, const SmallPrime& small) {
  std::uint64_t sum = 0;  // at most 64 * 2^32 * 2^17
  for (std::size_t i = 0; i < count; ++i) sum += std::uint64_t{limbs[i]} * small.powers[i];
  return static_cast<std::uint32_t>(sum % small.prime);
}

// The least k with start + 2k = residue (mod prime), given start mod prime.
std::uint32_t first_index(std::uint32_t start, std::uint32_t residue, std::uint32_t prime) {
  const std::uint32_t distance = (residue + prime - start) % prime;
  return distance % 2 == 0 ? distance / 2 : (distance + prime) / 2;
}

}  // namespace

std::vector<std::uint32_t> odd_primes_below(std::uint32_t limit) {
  std::vector<bool> composite(limit, false);
  std::vector<std::uint32_t> primes;
  for (std::uint32_t n = 3; n < limit; n += 2) {
    if (composite[n]) continue;
    primes.push_back(n);
    for (std::uint64_t multiple = std::uint64_t{n} * n; multiple < limit; multiple += 2 * n) composite[multiple] = true;
  }
  return primes;
}

Sieve::Sieve(base::ByteView start) : crossed_(window, false) {
  static const std::vector<SmallPrime> primes = small_primes();
  const Limbs limbs = limbs_of(start);
  const std::size_t count = (start.size() + 3) / 4;
  const auto cross_out = [this](std::size_t index, std::uint32_t prime) {
    for (; index < window; index += prime) crossed_[index] = true;
  };
  for (const SmallPrime& small : primes) {
    const std::uint32_t rest = remainder(limbs, count, small);
    cross_out(first_index(rest, 0, small.prime), small.prime);
    if (small.prime == public_exponent) cross_out(first_index(rest, 1, small.prime), small.prime);
  }
}

std::size_t Sieve::next(std::size_t index) const {
  const auto found =
      std::find(crossed_.begin() + static_cast<std::ptrdiff_t>(std::min(index, window)), crossed_.end(), false);
  return static_cast<std::size_t>(found - crossed_.begin());
}

}  // namespace ringside::crypto
