// emulator/crypto/primes/prime.hpp - the prime search behind RSA and DSA keys. docs/key-derivation.md fixes what it
// must find.
//
// The prime of a stream is defined by its result, never by the way to it: draw ceil(bits/8) octets, clear what lies
// above `bits`, set the two top bits and the lowest bit, and take the least prime p at or above that number with gcd(p
// - 1, 65537) = 1; if it has more than `bits` bits, draw again. A faster search (paired exponentiation, vector lanes)
// finds the same prime, so keys never change.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"

namespace ringside::crypto {

/// How candidates are tested. Both find the same prime.
enum class PrimeEngine {
  fastest,  ///< in vector lanes where the processor has them
  portable
};

/// Miller-Rabin rounds after which any number, however it was come by, is wrongly taken for prime with 2^-112 at most.
inline constexpr int rounds_for_any_number = 56;

/// Big-endian octets of the prime of `stream`. `bits` is 160 to 2048. Sieve, one Fermat test, then
/// Miller-Rabin rounds as FIPS 186-5 table B.1 asks, with bases from `witnesses`, which never influence the result.
base::Bytes find_prime(int bits, base::ByteStream& stream, base::ByteStream& witnesses,
                       PrimeEngine engine = PrimeEngine::fastest);

/// Whether this odd number of at least 160 bits, big-endian without leading zeros, is prime. 56 Miller-Rabin rounds:
/// an error of at most 4^-56 = 2^-112 for every number, however it was come by.
bool is_prime(base::ByteView number, base::ByteStream& witnesses);

}  // namespace ringside::crypto
