// emulator/crypto/primes/lanes.cpp - the AVX512-IFMA kernel: Montgomery multiplication of eight pairs of numbers at
// once.
//
// One vector instruction adds the low (or high) halves of eight products of 52-bit limbs to eight sums of 64 bits. A
// product is computed column by column: the sums of one column and of the next stay in registers, and Montgomery's
// reduction is done in the same pass, so only the operands are read from memory. A sum takes at most 4 * 40 halves of
// 52 bits.
//
// Each function names its instruction set in an attribute. A compiler option for the whole file would also apply to
// inline functions of the library, and the linker could keep such a copy for all processors.
#include "emulator/crypto/primes/lanes.hpp"

#include "base/fault.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// g++ 12 warns about masked instructions in its own header, whose source is unset on purpose (GCC bug 105593).
#ifndef __clang__  // clang does not know the warning
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#pragma GCC diagnostic ignored "-Wuninitialized"

#define RINGSIDE_LANES __attribute__((target("avx512f,avx512ifma")))

namespace ringside::crypto::lanes {
namespace {

using Vector = __m512i;

constexpr std::uint64_t limb_mask = (std::uint64_t{1} << limb_bits) - 1;
constexpr int window_bits = 5;

struct Row {
  Vector limb[most_limbs];
};

RINGSIDE_LANES Row load(const Numbers& numbers) {
  Row row;
  for (std::size_t i = 0; i < most_limbs; ++i) row.limb[i] = _mm512_loadu_si512(numbers.limb[i].data());
  return row;
}

// -1/n mod 2^52 by Newton's iteration. It starts with 3 correct bits, and each step doubles them.
RINGSIDE_LANES Vector negative_inverse(Vector n) {
  const Vector two = _mm512_set1_epi64(2);
  const Vector zero = _mm512_setzero_si512();
  const Vector mask = _mm512_set1_epi64(static_cast<long long>(limb_mask));
  Vector inverse = n;
  for (int step = 0; step < 5; ++step) {
    const Vector product = _mm512_madd52lo_epu64(zero, n, inverse);
    inverse = _mm512_madd52lo_epu64(zero, inverse, _mm512_and_si512(_mm512_sub_epi64(two, product), mask));
  }
  return _mm512_and_si512(_mm512_sub_epi64(zero, inverse), mask);
}

/// The sums of a column of the product: `now` for this column, `next` for the one above.
struct Sums {
  Vector now, next;
};

RINGSIDE_LANES inline __attribute__((always_inline)) void add(Sums& sums, Vector a, Vector b) {
  sums.now = _mm512_madd52lo_epu64(sums.now, a, b);
  sums.next = _mm512_madd52hi_epu64(sums.next, a, b);
}

RINGSIDE_LANES inline __attribute__((always_inline)) void step(Sums& sums) {
  sums.now = sums.next;
  sums.next = _mm512_setzero_si512();
}

/// The part of the reduction in column c: sums of m[i] * n[c - i]. Two chains of additions, so that an instruction does
/// not wait for the one before it.
template <int limbs>
RINGSIDE_LANES inline __attribute__((always_inline)) void add_reduction(Sums& even, Sums& odd, const Vector* m,
                                                                        const Vector* n, int c) {
  int i = c < limbs ? 0 : c - limbs + 1;
  const int end = c < limbs ? c : limbs;
  for (; i + 1 < end; i += 2) {
    add(even, m[i], n[c - i]);
    add(odd, m[i + 1], n[c - i - 1]);
  }
  if (i < end) add(even, m[i], n[c - i]);
}

/// Montgomery's product of a and b in `out`, times 2 where `doubling` is 1. Below n + n / 16 if a * b < 4 n * 4 n.
template <int limbs, bool is_square>
RINGSIDE_LANES void multiply(Vector* out, const Vector* a, const Vector* b, const Vector* n, Vector inverse,
                             Vector doubling) {
  const Vector mask = _mm512_set1_epi64(static_cast<long long>(limb_mask));
  const Vector zero = _mm512_setzero_si512();
  Vector m[limbs];
  Vector result[limbs];
  Vector carry = zero;
  Sums product{zero, zero}, product_odd{zero, zero}, even{zero, zero}, odd{zero, zero};
  for (int c = 0; c < 2 * limbs; ++c) {
    const int first = c < limbs ? 0 : c - limbs + 1;
    const int last = is_square ? (c - 1) / 2 : (c < limbs ? c : limbs - 1);  // of a
    int i = first;
    for (; i + 1 <= last; i += 2) {
      add(product, a[i], b[c - i]);
      add(product_odd, a[i + 1], b[c - i - 1]);
    }
    if (i <= last && c > 0) add(product, a[i], b[c - i]);
    if (!is_square && c == 0) add(product, a[0], b[0]);
    if (is_square && c % 2 == 0) add(even, a[c / 2], a[c / 2]);
    add_reduction<limbs>(even, odd, m, n, c);
    Vector crossed = _mm512_add_epi64(product.now, product_odd.now);
    if (is_square) crossed = _mm512_add_epi64(crossed, crossed);
    Vector sum = _mm512_add_epi64(crossed, _mm512_add_epi64(even.now, odd.now));
    if (c < limbs) {
      sum = _mm512_add_epi64(sum, carry);
      m[c] = _mm512_madd52lo_epu64(zero, sum, inverse);
      sum = _mm512_madd52lo_epu64(sum, m[c], n[0]);
      even.next = _mm512_madd52hi_epu64(even.next, m[c], n[0]);
      carry = _mm512_srli_epi64(sum, limb_bits);
      if (c == limbs - 1) carry = _mm512_sllv_epi64(carry, doubling);
    } else {
      sum = _mm512_add_epi64(_mm512_sllv_epi64(sum, doubling), carry);
      result[c - limbs] = _mm512_and_si512(sum, mask);
      carry = _mm512_srli_epi64(sum, limb_bits);
    }
    step(product);
    step(product_odd);
    step(even);
    step(odd);
  }
  for (int i = 0; i < limbs; ++i) out[i] = result[i];
}

template <int limbs>
RINGSIDE_LANES unsigned fermat(const Numbers& modulus, const Numbers& start, int bits_left) {
  const Row n = load(modulus);
  Row power = load(start);
  const Vector inverse = negative_inverse(n.limb[0]);
  const Vector one = _mm512_set1_epi64(1);
  for (int bit = bits_left - 1; bit >= 0; --bit) {
    // n - 1 has the bits of n, except the lowest.
    const Vector digit =
        bit == 0 ? _mm512_setzero_si512()
                 : _mm512_and_si512(_mm512_srl_epi64(n.limb[bit / limb_bits], _mm_cvtsi32_si128(bit % limb_bits)), one);
    multiply<limbs, true>(power.limb, power.limb, power.limb, n.limb, inverse, digit);
  }
  Row unit{};
  unit.limb[0] = one;
  multiply<limbs, false>(power.limb, power.limb, unit.limb, n.limb, inverse, _mm512_setzero_si512());
  unsigned passed = _mm512_cmpeq_epi64_mask(power.limb[0], one);
  for (int i = 1; i < limbs; ++i) passed &= _mm512_cmpeq_epi64_mask(power.limb[i], _mm512_setzero_si512());
  return passed;
}

unsigned window_of(base::ByteView exponent, int at) {
  unsigned value = 0;
  for (int bit = at + window_bits - 1; bit >= at; --bit) {
    const std::size_t octet = static_cast<std::size_t>(bit) / 8;
    const unsigned digit = octet < exponent.size() ? (exponent[exponent.size() - 1 - octet] >> (bit % 8)) & 1u : 0u;
    value = 2 * value + digit;
  }
  return value;
}

template <int limbs>
RINGSIDE_LANES void power(Numbers& out, const Numbers& modulus, const Numbers& base, const Numbers& montgomery,
                          base::ByteView exponent) {
  const Row n = load(modulus);
  const Row factor = load(montgomery);
  const Vector inverse = negative_inverse(n.limb[0]);
  const Vector zero = _mm512_setzero_si512();
  Row unit{};
  unit.limb[0] = _mm512_set1_epi64(1);
  Row table[1 << window_bits];
  const Row value = load(base);
  multiply<limbs, false>(table[0].limb, unit.limb, factor.limb, n.limb, inverse, zero);
  multiply<limbs, false>(table[1].limb, value.limb, factor.limb, n.limb, inverse, zero);
  for (int i = 2; i < 1 << window_bits; ++i)
    multiply<limbs, false>(table[i].limb, table[i - 1].limb, table[1].limb, n.limb, inverse, zero);
  Row result = table[0];
  const int bits = static_cast<int>(8 * exponent.size());
  for (int at = (bits + window_bits - 1) / window_bits * window_bits - window_bits; at >= 0; at -= window_bits) {
    for (int i = 0; i < window_bits; ++i)
      multiply<limbs, true>(result.limb, result.limb, result.limb, n.limb, inverse, zero);
    multiply<limbs, false>(result.limb, result.limb, table[window_of(exponent, at)].limb, n.limb, inverse, zero);
  }
  multiply<limbs, false>(result.limb, result.limb, unit.limb, n.limb, inverse, zero);
  for (int i = 0; i < limbs; ++i) _mm512_storeu_si512(out.limb[static_cast<std::size_t>(i)].data(), result.limb[i]);
}

}  // namespace

bool available() {
  static const bool has_them = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512ifma");
  return has_them;
}

std::array<bool, count> passes_fermat(const Numbers& modulus, const Numbers& start, int bits_left, std::size_t limbs) {
  unsigned passed = 0;
  switch (limbs) {
    case 10:
      passed = fermat<10>(modulus, start, bits_left);
      break;
    case 20:
      passed = fermat<20>(modulus, start, bits_left);
      break;
    case 30:
      passed = fermat<30>(modulus, start, bits_left);
      break;
    case 40:
      passed = fermat<40>(modulus, start, bits_left);
      break;
    default:
      throw base::Fault("lanes of no such width");
  }
  std::array<bool, count> answers{};
  for (std::size_t lane = 0; lane < count; ++lane) answers[lane] = ((passed >> lane) & 1u) != 0;
  return answers;
}

Numbers powers(const Numbers& modulus, const Numbers& base, const Numbers& montgomery, base::ByteView exponent,
               std::size_t limbs) {
  Numbers out;
  switch (limbs) {
    case 10:
      power<10>(out, modulus, base, montgomery, exponent);
      break;
    case 20:
      power<20>(out, modulus, base, montgomery, exponent);
      break;
    case 30:
      power<30>(out, modulus, base, montgomery, exponent);
      break;
    case 40:
      power<40>(out, modulus, base, montgomery, exponent);
      break;
    default:
      throw base::Fault("lanes of no such width");
  }
  return out;
}

}  // namespace ringside::crypto::lanes

#else

namespace ringside::crypto::lanes {

bool available() {
  return false;
}

std::array<bool, count> passes_fermat(const Numbers&, const Numbers&, int, std::size_t) {
  throw base::Fault("this processor has no lanes");
}

Numbers powers(const Numbers&, const Numbers&, const Numbers&, base::ByteView, std::size_t) {
  throw base::Fault("this processor has no lanes");
}

}  // namespace ringside::crypto::lanes

#endif
