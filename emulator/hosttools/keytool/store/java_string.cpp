// emulator/hosttools/keytool/store/java_string.cpp - converts between UTF-8, UTF-16 and Java's modified UTF-8.
#include "emulator/hosttools/keytool/store/java_string.hpp"

#include <string_view>

#include "base/utf8.hpp"

namespace ringside::keytool {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::string_view encoded_nul = "\xC0\x80";  // an overlong form that UTF-8 itself does not have

void put_unit(Bytes& units, unsigned unit) {
  units.push_back(static_cast<std::uint8_t>(unit >> 8));
  units.push_back(static_cast<std::uint8_t>(unit));
}

unsigned unit_at(ByteView units, std::size_t index) {
  return static_cast<unsigned>(units[2 * index] << 8 | units[2 * index + 1]);
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

Bytes utf16(const std::string& text) {
  Bytes units;
  for (std::string_view rest = text; !rest.empty();) {
    const base::Utf8Step step = base::next_sequence(rest);
    const char32_t code = step.code.value_or(static_cast<unsigned char>(rest.front()));
    rest.remove_prefix(step.length);
    if (code >= 0x10000) {
      put_unit(units, 0xD800 + ((code - 0x10000) >> 10));
      put_unit(units, 0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      put_unit(units, code);
    }
  }
  return units;
}

std::string utf8_of_utf16(ByteView units) {
  std::string text;
  const std::size_t count = units.size() / 2;
  for (std::size_t i = 0; i < count; ++i) {
    unsigned code = unit_at(units, i);
    if (is_high_surrogate(code) && i + 1 < count && is_low_surrogate(unit_at(units, i + 1)))
      code = 0x10000 + ((code - 0xD800) << 10) + (unit_at(units, ++i) - 0xDC00);
    text += base::encoded(code);
  }
  return text;
}

std::uint32_t java_hash(const std::string& text) {
  const Bytes units = utf16(text);
  std::uint32_t hash = 0;
  for (std::size_t i = 0; i < units.size() / 2; ++i) hash = hash * 31 + unit_at(units, i);
  return hash;
}

Bytes modified_utf8(const std::string& text) {
  const Bytes units = utf16(text);
  Bytes octets;
  for (std::size_t i = 0; i < units.size() / 2; ++i) {
    const unsigned unit = unit_at(units, i);
    const std::string encoded = unit == 0 ? std::string(encoded_nul) : base::encoded(unit);
    octets.insert(octets.end(), encoded.begin(), encoded.end());
  }
  return octets;
}

std::optional<std::string> from_modified_utf8(ByteView octets) {
  Bytes units;
  for (std::size_t at = 0; at < octets.size();) {
    const unsigned first = octets[at];
    const std::size_t length = first < 0x80 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 0;
    if (length == 0 || at + length > octets.size()) return std::nullopt;
    unsigned unit = length == 1 ? first : first & (length == 2 ? 0x1Fu : 0x0Fu);
    for (std::size_t i = 1; i < length; ++i) {
      if ((octets[at + i] & 0xC0) != 0x80) return std::nullopt;
      unit = unit << 6 | (octets[at + i] & 0x3Fu);
    }
    put_unit(units, unit);
    at += length;
  }
  return utf8_of_utf16(units);
}

}  // namespace ringside::keytool
