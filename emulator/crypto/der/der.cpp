// emulator/crypto/der/der.cpp - DER elements from values and back. The reader compares every length before it uses it.
#include "emulator/crypto/der/der.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "base/fault.hpp"

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

struct Header {
  std::size_t header_octets = 0, content_octets = 0;
};

std::optional<Header> read_header(ByteView bytes) {
  if (bytes.size() < 2 || (bytes[0] & 0x1F) == 0x1F) return std::nullopt;
  if (bytes[1] < 0x80) return Header{2, bytes[1]};
  const std::size_t octets = bytes[1] & 0x7Fu;
  if (octets == 0 || octets > 4 || bytes.size() < 2 + octets || bytes[2] == 0) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < octets; ++i) length = length << 8 | bytes[2 + i];
  if (length < 0x80) return std::nullopt;
  return Header{2 + octets, length};
}

std::optional<int> two_digits(ByteView text, std::size_t at) {
  const int tens = text[at] - '0';
  const int ones = text[at + 1] - '0';
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return std::nullopt;
  return tens * 10 + ones;
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

Bytes set_of(std::vector<Bytes> elements, std::uint8_t tag) {
  std::sort(elements.begin(), elements.end());
  Bytes content;
  for (const Bytes& element : elements) append(content, element);
  return wrap(tag, content);
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

Bytes named_bits(std::uint16_t bits) {
  Bytes content{0};
  for (unsigned bit = 0; bit < 16 && (bits >> bit) != 0; ++bit) {
    if (bit % 8 == 0) content.push_back(0);
    if ((bits >> bit & 1u) == 0) continue;
    content.back() = static_cast<std::uint8_t>(content.back() | 0x80u >> bit % 8);
    content.front() = static_cast<std::uint8_t>(7 - bit % 8);
  }
  return wrap(bit_string_tag, content);
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

std::optional<Item> Reader::next() {
  const auto header = read_header(rest_);
  if (!header || header->content_octets > rest_.size() - header->header_octets) return std::nullopt;
  const Item item{rest_[0], rest_.subspan(header->header_octets, header->content_octets),
                  rest_.first(header->header_octets + header->content_octets)};
  rest_ = rest_.subspan(item.whole.size());
  return item;
}

std::optional<Item> Reader::next(std::uint8_t tag) {
  if (!next_is(tag)) return std::nullopt;
  return next();
}

std::optional<Item> only(ByteView bytes, std::uint8_t tag) {
  Reader reader(bytes);
  const auto item = reader.next(tag);
  return item && reader.at_end() ? item : std::nullopt;
}

std::optional<std::string> oid_text(ByteView content) {
  std::string text;
  std::uint64_t value = 0;
  bool inside = false;
  for (const std::uint8_t octet : content) {
    if (value > std::numeric_limits<std::uint64_t>::max() >> 7 || (!inside && octet == 0x80)) return std::nullopt;
    value = value << 7 | (octet & 0x7Fu);
    inside = (octet & 0x80) != 0;
    if (inside) continue;
    if (text.empty()) {
      const std::uint64_t first = value < 80 ? value / 40 : 2;
      text = std::to_string(first) + '.' + std::to_string(value - first * 40);
    } else {
      text += '.' + std::to_string(value);
    }
    value = 0;
  }
  if (inside || text.empty()) return std::nullopt;
  return text;
}

bool has_bit(ByteView bit_string_content, std::size_t index) {
  const std::size_t octet = 1 + index / 8;
  return octet < bit_string_content.size() && (bit_string_content[octet] & 0x80u >> index % 8) != 0;
}

std::optional<std::uint64_t> small_value(ByteView content) {
  if (content.empty() || content.size() > 9 || (content[0] & 0x80) != 0) return std::nullopt;
  if (content.size() == 9 && content[0] != 0) return std::nullopt;
  std::uint64_t value = 0;
  for (const std::uint8_t octet : content) value = value << 8 | octet;
  return value;
}

std::optional<base::Instant> instant(const Item& time) {
  const bool utc = time.tag == utc_time_tag;
  if (!utc && time.tag != generalized_time_tag) return std::nullopt;
  const std::size_t year_digits = utc ? 2 : 4;
  const ByteView text = time.content;
  if (text.size() != year_digits + 11 || text.back() != 'Z') return std::nullopt;
  int fields[7] = {};
  const std::size_t count = year_digits / 2 + 5;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = two_digits(text, 2 * i);
    if (!value) return std::nullopt;
    fields[i] = *value;
  }
  const int* rest = fields + year_digits / 2;
  const int year = utc ? fields[0] + (fields[0] < 50 ? 2000 : 1900) : fields[0] * 100 + fields[1];
  return base::from_local({year, rest[0], rest[1], rest[2], rest[3], rest[4]}, base::Zone{});
}

}  // namespace ringside::crypto::der
