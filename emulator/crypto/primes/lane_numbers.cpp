// emulator/crypto/primes/lane_numbers.cpp - converts big-endian octets to limbs of 52 bits and back.
#include "emulator/crypto/primes/lane_numbers.hpp"

namespace ringside::crypto::lanes {
namespace {

constexpr std::uint64_t limb_mask = (std::uint64_t{1} << limb_bits) - 1;
constexpr std::size_t widths[] = {10, 20, 30, 40};
constexpr int spare_bits = 8;

}  // namespace

std::size_t limbs_for(int bits) {
  for (const std::size_t limbs : widths)
    if (bits + spare_bits <= limb_bits * static_cast<int>(limbs)) return limbs;
  return 0;
}

void Numbers::set(std::size_t lane, base::ByteView big_endian) {
  for (auto& row : limb) row[lane] = 0;
  for (std::size_t i = 0; i < big_endian.size(); ++i) {
    const std::uint64_t octet = big_endian[big_endian.size() - 1 - i];
    const std::size_t bit = 8 * i;
    const std::size_t index = bit / limb_bits;
    const std::size_t shift = bit % limb_bits;
    limb[index][lane] |= (octet << shift) & limb_mask;
    if (shift + 8 > limb_bits) limb.at(index + 1)[lane] |= octet >> (limb_bits - shift);
  }
}

base::Bytes Numbers::get(std::size_t lane, std::size_t size) const {
  base::Bytes octets(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t bit = 8 * i;
    const std::size_t index = bit / limb_bits;
    if (index >= most_limbs) break;
    const std::size_t shift = bit % limb_bits;
    std::uint64_t octet = limb[index][lane] >> shift;
    if (shift + 8 > limb_bits && index + 1 < most_limbs) octet |= limb[index + 1][lane] << (limb_bits - shift);
    octets[size - 1 - i] = static_cast<std::uint8_t>(octet & 0xFF);
  }
  return octets;
}

}  // namespace ringside::crypto::lanes
