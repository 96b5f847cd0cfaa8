// app/connections/octet_writer.cpp - numbers, texts and octets in the order of a binary message.
#include "app/connections/octet_writer.hpp"

#include <limits>
#include <string>

#include "base/utf8.hpp"

namespace ringside::app {
namespace {

constexpr std::size_t longest_text = std::numeric_limits<std::uint16_t>::max();

/// As much of a text as fits, without a part of a character at its end.
std::string cut(std::string text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > 0 && base::is_continuation(text[end])) --end;
  text.resize(end);
  return text;
}

}  // namespace

void OctetWriter::u16(std::uint16_t number) {
  u8(static_cast<std::uint8_t>(number >> 8U));
  u8(static_cast<std::uint8_t>(number));
}

void OctetWriter::u32(std::uint32_t number) {
  u16(static_cast<std::uint16_t>(number >> 16U));
  u16(static_cast<std::uint16_t>(number));
}

void OctetWriter::text16(std::string_view text) {
  const std::string fitting = cut(base::well_formed(text));
  u16(static_cast<std::uint16_t>(fitting.size()));
  octets(base::to_bytes(fitting));
}

void OctetWriter::bytes32(base::ByteView content) {
  u32(static_cast<std::uint32_t>(content.size()));
  octets(content);
}

}  // namespace ringside::app
