// emulator/crypto/primes/lanes.hpp - eight modular exponentiations side by side, where the processor has AVX512-IFMA.
//
// Numbers stand in limbs of 52 bits; limb i of all eight numbers is one vector. Nothing here is constant-time: it
// serves the search for primes of test keys.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/bytes.hpp"

namespace ringside::crypto::lanes {

inline constexpr std::size_t count = 8;
inline constexpr int limb_bits = 52;
inline constexpr std::size_t most_limbs = 40;

/// Whether this processor (and its operating system) can run the functions below.
bool available();

/// How many limbs a modulus of `bits` bits is given: 10, 20, 30 or 40, so that at least 8 bits are to spare; 0 if none
/// fits (above 2072 bits).
std::size_t limbs_for(int bits);

/// Eight numbers, limb by limb from the low end.
struct Numbers {
  std::array<std::array<std::uint64_t, count>, most_limbs> limb{};

  /// Puts the number of these big-endian octets into `lane`; it must fit.
  void set(std::size_t lane, base::ByteView big_endian);
  /// The number of `lane` in `size` big-endian octets, which must hold it.
  [[nodiscard]] base::Bytes get(std::size_t lane, std::size_t size) const;
};

/// Fermat's test to the base 2 for eight odd moduli of the same length: whether 2^(n - 1) = 1 (mod n).
/// `start` is 2^(t + 52 * limbs) mod n, where t is the number above the low `bits_left` bits of n: what the first
/// squarings would come to.
std::array<bool, count> passes_fermat(const Numbers& modulus, const Numbers& start, int bits_left, std::size_t limbs);

/// Eight powers with one exponent: base^exponent mod n, below n. The moduli are odd and, in all lanes, the same length;
/// `montgomery` is 2^(2 * 52 * limbs) mod n.
Numbers powers(const Numbers& modulus, const Numbers& base, const Numbers& montgomery, base::ByteView exponent,
               std::size_t limbs);

}  // namespace ringside::crypto::lanes
