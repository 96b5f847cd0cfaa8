// emulator/crypto/prime.hpp - the prime search behind RSA keys. docs/key-derivation.md fixes what it must find.
//
// The prime of a stream is defined by its result, never by the way to it: draw ceil(bits/8) octets, clear what lies
// above `bits`, set the two top bits and the lowest bit, and take the least prime p at or above that number with gcd(p
// - 1, 65537) = 1; if it has more than `bits` bits, draw again. A faster search (paired exponentiation, vector lanes)
// finds the same prime, so keys never change.
#pragma once

#include "emulator/base/bytes.hpp"
#include "emulator/base/random.hpp"

namespace ringside::crypto {

/// Big-endian octets of the prime of `stream`. `bits` is 256 to 2048. Sieve, one Fermat test, then
/// Miller-Rabin rounds as FIPS 186-5 table B.1 asks, with bases from `witnesses`, which never influence the result.
base::Bytes find_prime(int bits, base::ByteStream& stream, base::ByteStream& witnesses);

}  // namespace ringside::crypto
