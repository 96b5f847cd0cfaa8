// emulator/crypto/primes/primality_lanes.hpp - a primality test for eight candidates at a time.
#pragma once

#include <memory>

#include "base/random.hpp"
#include "emulator/crypto/primes/primality.hpp"

namespace ringside::crypto {

/// Returns nullptr if the processor has no vector lanes, or if the length does not fit.
std::unique_ptr<PrimeTest> lane_test(int bits, base::ByteStream& witnesses);

}  // namespace ringside::crypto
