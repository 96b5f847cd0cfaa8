// emulator/crypto/primes/primality.hpp - what primality tests have in common: rounds, bases and their interface.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "base/random.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

/// Miller-Rabin rounds after which any number, also one from an attacker, is wrongly taken for a prime with a
/// probability of at most 2^-112.
inline constexpr int rounds_for_any_number = 56;

/// Miller-Rabin rounds for a random candidate of `bits` bits. Throws base::Fault below 160 bits.
int rounds_for(int bits);

/// A random base for a round: at least 2, and below 2^(bits - 1), so it is below every candidate of `bits` bits.
OwnedBn draw_base(int bits, base::ByteStream& witnesses);

class PrimeTest {
 public:
  virtual ~PrimeTest() = default;
  /// The number of candidates that first_prime tests at a time.
  [[nodiscard]] virtual std::size_t width() const = 0;
  /// Tests start + 2 * index for one to width() indices in rising order. Returns the index of the first prime that has
  /// the length of this test, or nullopt.
  virtual std::optional<std::size_t> first_prime(const BIGNUM* start, std::span<const std::size_t> indices) = 0;
};

}  // namespace ringside::crypto
