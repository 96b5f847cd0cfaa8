// app/connections/octet_reader.cpp - takes numbers, texts and octets from a binary message, whatever is in it.
#include "app/connections/octet_reader.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace ringside::app {

std::uint8_t OctetReader::u8() {
  return take(1).front();
}

std::uint16_t OctetReader::u16() {
  const base::ByteView octets = take(2);
  return static_cast<std::uint16_t>(octets[0] << 8U | octets[1]);
}

std::uint32_t OctetReader::u32() {
  const std::uint32_t high = u16();
  return high << 16U | u16();
}

std::size_t OctetReader::count16(std::size_t most) {
  return bounded(u16(), most);
}

std::size_t OctetReader::count32(std::size_t most) {
  return bounded(u32(), most);
}

std::string OctetReader::text16(std::size_t most) {
  std::string text = base::to_text(take(count16(most)));
  if (!base::is_utf8(text)) refuse("this text is not UTF-8");
  return text;
}

base::Bytes OctetReader::bytes32(std::size_t most) {
  const base::ByteView octets = take(count32(most));
  return {octets.begin(), octets.end()};
}

void OctetReader::expect(std::string_view octets) {
  if (message_.size() - at_ < octets.size() || base::to_text(take(octets.size())) != octets)
    refuse(fmt::format("this is not {}", octets));
}

void OctetReader::expect_end() const {
  if (at_ != message_.size()) refuse(fmt::format("{} octets are left over", message_.size() - at_));
}

void OctetReader::refuse(const std::string& what) const {
  throw MalformedMessage(fmt::format("octet {}: {}", at_, what));
}

base::ByteView OctetReader::take(std::size_t size) {
  if (message_.size() - at_ < size) refuse("the message ends here, and more should follow");
  const base::ByteView taken = message_.subspan(at_, size);
  at_ += size;
  return taken;
}

std::size_t OctetReader::bounded(std::size_t number, std::size_t most) const {
  if (number > most) refuse(fmt::format("{} is more than {}", number, most));
  return number;
}

}  // namespace ringside::app
