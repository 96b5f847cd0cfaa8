// emulator/crypto/primes/lanes.hpp - eight modular exponentiations side by side, where the processor has AVX512-IFMA.
//
// Numbers have limbs of 52 bits; limb i of all eight numbers is one vector. Nothing here is constant-time, because it
// only searches primes for test keys.
#pragma once

#include <array>
#include <cstddef>

#include "base/bytes.hpp"
#include "emulator/crypto/primes/lane_numbers.hpp"

namespace ringside::crypto::lanes {

/// Whether this processor (and its operating system) can run the functions below.
bool available();

/// Fermat's test to the base 2 for eight odd moduli of the same length: whether 2^(n - 1) = 1 (mod n). `start` is
/// 2^(t + 52 * limbs) mod n, where t is n without its low `bits_left` bits: the result of the first squarings.
std::array<bool, count> passes_fermat(const Numbers& modulus, const Numbers& start, int bits_left, std::size_t limbs);

/// Eight powers with one exponent: base^exponent mod n, below n. The moduli are odd and, in all lanes, the same length;
/// `montgomery` is 2^(2 * 52 * limbs) mod n.
Numbers powers(const Numbers& modulus, const Numbers& base, const Numbers& montgomery, base::ByteView exponent,
               std::size_t limbs);

}  // namespace ringside::crypto::lanes
