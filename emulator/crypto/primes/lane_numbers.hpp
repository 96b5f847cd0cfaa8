// emulator/crypto/primes/lane_numbers.hpp - eight numbers in limbs of 52 bits, for the kernel in lanes.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/bytes.hpp"

namespace ringside::crypto::lanes {

inline constexpr std::size_t count = 8;
inline constexpr int limb_bits = 52;
inline constexpr std::size_t most_limbs = 40;

/// The number of limbs for a modulus of `bits` bits: 10, 20, 30 or 40, so that at least 8 bits are spare. Returns 0
/// above 2072 bits.
std::size_t limbs_for(int bits);

/// Eight numbers. Limb 0 is the lowest.
struct Numbers {
  std::array<std::array<std::uint64_t, count>, most_limbs> limb{};

  /// Sets the number of `lane` from big-endian octets. It must fit.
  void set(std::size_t lane, base::ByteView big_endian);
  /// The number of `lane` in `size` big-endian octets, which must be enough.
  [[nodiscard]] base::Bytes get(std::size_t lane, std::size_t size) const;
};

}  // namespace ringside::crypto::lanes
