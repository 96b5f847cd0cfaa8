// emulator/crypto/primes/primality.hpp - primality tests of several candidates at a time, portable or in lanes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "base/random.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/primes/prime.hpp"

namespace ringside::crypto {

/// Miller-Rabin rounds for a random candidate of `bits` bits: 160 or more.
int rounds_for(int bits);

/// A base for a round: at least 2, below 2^(bits - 1) and so below every candidate of `bits` bits.
OwnedBn draw_base(int bits, base::ByteStream& witnesses);

class PrimeTest {
 public:
  virtual ~PrimeTest() = default;
  /// How many candidates are best handed over at a time.
  [[nodiscard]] virtual std::size_t width() const = 0;
  /// Which of start + 2 * index, one to width() indices, upwards, is the first prime of the test's length.
  virtual std::optional<std::size_t> first_prime(const BIGNUM* start, std::span<const std::size_t> indices) = 0;
};

/// One candidate or two at a time by OpenSSL's big numbers. Runs everywhere.
std::unique_ptr<PrimeTest> paired_test(int bits, base::ByteStream& witnesses);

/// Eight at a time; nothing where the processor cannot, or where the length does not fit.
std::unique_ptr<PrimeTest> lane_test(int bits, base::ByteStream& witnesses);

}  // namespace ringside::crypto
