// emulator/crypto/primes/sieve.hpp - selects the numbers of a window that need a primality test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::crypto {

/// 3, 5, 7, 11, ...
std::vector<std::uint32_t> odd_primes_below(std::uint32_t limit);

/// The odd numbers start, start + 2, ... of one window, without those that have a divisor below 2^17, and
/// without those that are 1 modulo 65537, because such a prime does not fit the public exponent.
class Sieve {
 public:
  static constexpr std::size_t window = 4096;  // odd numbers; 11 times the mean gap to a prime of 1024 bits

  /// `start` is odd, big-endian, at most 256 octets.
  explicit Sieve(base::ByteView start);

  /// The index of the first survivor at or after `index`. Returns `window` if there is none.
  [[nodiscard]] std::size_t next(std::size_t index) const;

 private:
  std::vector<bool> crossed_;
};

}  // namespace ringside::crypto
