// emulator/crypto/primes/prime.cpp - the search: windows of a sieve, whose survivors are tested a few at a time.
#include "emulator/crypto/primes/prime.hpp"

#include <optional>

#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/primes/primality.hpp"
#include "emulator/crypto/primes/primality_lanes.hpp"
#include "emulator/crypto/primes/primality_paired.hpp"
#include "emulator/crypto/primes/sieve.hpp"

namespace ringside::crypto {
namespace {

/// The smallest suitable prime at or above `start` within one window. Returns nullopt if there is none.
std::optional<base::Bytes> in_window(const BIGNUM* start, PrimeTest& test) {
  const Sieve sieve(bn_bytes(start));
  std::vector<std::size_t> indices;
  for (std::size_t index = sieve.next(0); index < Sieve::window;) {
    indices.clear();
    for (; index < Sieve::window && indices.size() < test.width(); index = sieve.next(index + 1))
      indices.push_back(index);
    if (const auto found = test.first_prime(start, indices)) {
      const OwnedBn prime(require(BN_dup(start), "BN_dup"));
      require(BN_add_word(prime.get(), 2 * *found) == 1, "BN_add_word");
      return bn_bytes(prime.get());
    }
  }
  return std::nullopt;
}

/// The smallest suitable prime at or above `start`. Returns nullopt if it has too many bits.
std::optional<base::Bytes> search_from(const BIGNUM* start, int bits, PrimeTest& test) {
  const OwnedBn window_start(require(BN_dup(start), "BN_dup"));
  while (BN_num_bits(window_start.get()) == bits) {
    if (auto prime = in_window(window_start.get(), test)) return prime;
    require(BN_add_word(window_start.get(), 2 * Sieve::window) == 1, "BN_add_word");
  }
  return std::nullopt;
}

OwnedBn draw_start(int bits, base::ByteStream& stream) {
  base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
  stream.fill(octets);
  OwnedBn start = bn_from(octets);
  OPENSSL_cleanse(octets.data(), octets.size());
  BN_mask_bits(start.get(), bits);
  for (const int bit : {bits - 1, bits - 2, 0}) require(BN_set_bit(start.get(), bit) == 1, "BN_set_bit");
  return start;
}

}  // namespace

base::Bytes find_prime(int bits, base::ByteStream& stream, base::ByteStream& witnesses, PrimeEngine engine) {
  if (bits < 160 || bits > 2048) throw base::Fault("a prime must have 160 to 2048 bits");
  auto test = engine == PrimeEngine::fastest ? lane_test(bits, witnesses) : nullptr;
  if (!test) test = paired_test(bits, witnesses);
  for (;;) {
    const OwnedBn start = draw_start(bits, stream);
    if (auto prime = search_from(start.get(), bits, *test)) return *prime;
  }
}

}  // namespace ringside::crypto
