// emulator/crypto/der/der_read.cpp - DER elements back to values. Nothing here trusts a length before it is compared.
#include <limits>

#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto::der {
namespace {

using base::ByteView;

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
