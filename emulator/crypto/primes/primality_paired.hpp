// emulator/crypto/primes/primality_paired.hpp - primality tests with OpenSSL's big numbers, on every processor.
#pragma once

#include <memory>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/primes/primality.hpp"

namespace ringside::crypto {

/// Tests one or two candidates at a time.
std::unique_ptr<PrimeTest> paired_test(int bits, base::ByteStream& witnesses);

/// Whether an odd number of at least 160 bits is prime. `number` is big-endian without leading zeros. Runs 56
/// Miller-Rabin rounds: for every number, also one from an attacker, the probability of an error is at most 4^-56 =
/// 2^-112.
bool is_prime(base::ByteView number, base::ByteStream& witnesses);

}  // namespace ringside::crypto
