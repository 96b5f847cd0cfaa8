// emulator/crypto/der/der_write.cpp - DER elements from values.
#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto::der {
namespace {

using base::Bytes;
using base::ByteView;

void append(Bytes& to, ByteView bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
}

void append_length(Bytes& to, std::size_t length) {
  if (length < 0x80) {
    to.push_back(static_cast<std::uint8_t>(length));
    return;
  }
  int octets = 1;
  while ((length >> (8 * octets)) != 0) ++octets;
  to.push_back(static_cast<std::uint8_t>(0x80 | octets));
  for (int i = octets - 1; i >= 0; --i) to.push_back(static_cast<std::uint8_t>(length >> (8 * i)));
}

void append_base128(Bytes& to, std::uint64_t value) {
  int shift = 0;
  while (shift < 63 && (value >> (shift + 7)) != 0) shift += 7;
  for (; shift > 0; shift -= 7) to.push_back(static_cast<std::uint8_t>(0x80 | ((value >> shift) & 0x7F)));
  to.push_back(static_cast<std::uint8_t>(value & 0x7F));
}

}  // namespace

Bytes wrap(std::uint8_t tag, std::initializer_list<ByteView> parts) {
  std::size_t length = 0;
  for (const ByteView part : parts) length += part.size();
  Bytes element;
  element.reserve(length + 6);
  element.push_back(tag);
  append_length(element, length);
  for (const ByteView part : parts) append(element, part);
  return element;
}

Bytes boolean(bool value) {
  return {boolean_tag, 1, static_cast<std::uint8_t>(value ? 0xFF : 0)};
}

Bytes integer(std::uint64_t value) {
  std::array<std::uint8_t, sizeof value> magnitude{};
  for (auto octet = magnitude.rbegin(); octet != magnitude.rend(); ++octet, value >>= 8)
    *octet = static_cast<std::uint8_t>(value);
  return unsigned_integer(magnitude);
}

Bytes unsigned_integer(ByteView magnitude) {
  constexpr std::uint8_t zero[] = {0};
  const auto first = std::find_if(magnitude.begin(), magnitude.end(), [](std::uint8_t octet) { return octet != 0; });
  const ByteView significant(first, magnitude.end());
  const bool needs_zero = significant.empty() || (significant.front() & 0x80) != 0;
  return wrap(integer_tag, {needs_zero ? ByteView(zero) : ByteView(), significant});
}

Bytes bit_string(ByteView octets) {
  constexpr std::uint8_t no_unused_bits[] = {0};
  return wrap(bit_string_tag, {no_unused_bits, octets});
}

Bytes octet_string(ByteView octets) {
  return wrap(octet_string_tag, octets);
}

Bytes null() {
  return {null_tag, 0};
}

Bytes oid(std::string_view dotted) {
  const char* at = dotted.data();
  const char* const end = at + dotted.size();
  const auto component = [&] {
    std::uint64_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc{} || (next != end && *next != '.'))
      throw base::Fault("not an object identifier: " + std::string(dotted));
    at = next == end ? end : next + 1;
    return value;
  };
  Bytes content;
  const std::uint64_t first = component();
  append_base128(content, first * 40 + component());  // X.690 8.19.4
  while (at != end) append_base128(content, component());
  return wrap(oid_tag, content);
}

Bytes text(std::uint8_t tag, std::string_view characters) {
  return wrap(tag, base::to_bytes(characters));
}

Bytes time(base::Instant instant) {
  const base::CivilTime t = base::to_local(instant, base::Zone{});
  const std::string rest = fmt::format("{:02}{:02}{:02}{:02}{:02}Z", t.month, t.day, t.hour, t.minute, t.second);
  if (t.year >= 1950 && t.year < 2050) return text(utc_time_tag, fmt::format("{:02}{}", t.year % 100, rest));
  return text(generalized_time_tag, fmt::format("{:04}{}", t.year, rest));
}

}  // namespace ringside::crypto::der
