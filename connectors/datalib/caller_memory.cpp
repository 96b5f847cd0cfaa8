// connectors/datalib/caller_memory.cpp - areas of the calling program: structures, texts and numbers at any address.
#include "connectors/datalib/caller_memory.hpp"

#include <algorithm>
#include <bit>

#include "base/ebcdic.hpp"
#include "base/utf8.hpp"

namespace ringside::connectors::datalib {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are turned for the other order of octets");

bool is_printable(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = base::announced_character(std::string_view(text).substr(at));
    if (base::is_control(character)) return false;
    at += character.size();
  }
  return base::is_utf8(text);
}

}  // namespace

std::uint32_t CallerMemory::number(std::uint32_t value) const {
  return modes_.big ? __builtin_bswap32(value) : value;
}

std::uint64_t CallerMemory::long_number(std::uint64_t value) const {
  return modes_.big ? __builtin_bswap64(value) : value;
}

std::optional<std::string> CallerMemory::text(const void* area, std::size_t octets) const {
  base::Bytes bytes(octets);
  if (octets > 0) std::memcpy(bytes.data(), area, octets);
  std::string text = modes_.ebcdic ? base::from_ebcdic(bytes) : base::to_text(bytes);
  if (!is_printable(text)) return std::nullopt;
  return text;
}

std::optional<std::string> CallerMemory::counted_text(const void* area) const {
  const auto* octets = static_cast<const std::uint8_t*>(area);
  return text(octets + 1, *octets);
}

std::optional<std::string> CallerMemory::user_id(const irrsdl_user& user) const {
  if (user.length > IRRSDL_USER_MOST) return std::nullopt;
  std::size_t length = user.length;
  const auto fills = [&](char octet) {
    return static_cast<std::uint8_t>(octet) == modes_.pad || (!modes_.ebcdic && octet == ' ');
  };
  while (length > 0 && fills(user.id[length - 1])) --length;
  return text(user.id, length);
}

base::Bytes CallerMemory::octets(const std::string& text) const {
  return modes_.ebcdic ? base::to_ebcdic(text) : base::to_bytes(text);
}

irrsdl_user CallerMemory::padded(const std::string& user) const {
  irrsdl_user padded{};
  padded.length = IRRSDL_USER_MOST;
  std::memset(padded.id, modes_.pad, sizeof padded.id);
  const base::Bytes bytes = octets(user);
  std::memcpy(padded.id, bytes.data(), std::min(bytes.size(), sizeof padded.id));
  return padded;
}

}  // namespace ringside::connectors::datalib
