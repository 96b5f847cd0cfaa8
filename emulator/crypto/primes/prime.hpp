// emulator/crypto/primes/prime.hpp - the prime search for RSA and DSA keys. key-derivation.md specifies its
// result.
//
// The prime of a stream is defined as follows: draw ceil(bits/8) octets, clear the bits above `bits`, set the two top
// bits and the lowest bit, and take the smallest prime p at or above that number with gcd(p - 1, 65537) = 1. If it has
// more than `bits` bits, draw again. A faster search (paired exponentiation, vector lanes) finds the same prime, so
// keys never change.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"

namespace ringside::crypto {

/// How candidates are tested. Both find the same prime.
enum class PrimeEngine {
  fastest,  ///< in vector lanes where the processor has them
  portable
};

/// Returns the prime of `stream` in big-endian octets. `bits` is 160 to 2048, else it throws base::Fault. Candidates
/// pass a sieve, one Fermat test, and the Miller-Rabin rounds of FIPS 186-5 table B.1 with bases from `witnesses`,
/// which never change the result.
base::Bytes find_prime(int bits, base::ByteStream& stream, base::ByteStream& witnesses,
                       PrimeEngine engine = PrimeEngine::fastest);

}  // namespace ringside::crypto
