// base/bytes.hpp - raw bytes, and the views of them that functions take.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The characters of `text` as bytes, unchanged.
Bytes to_bytes(std::string_view text);

/// The bytes as characters, unchanged.
std::string to_text(ByteView bytes);

/// Upper-case hex, two digits an octet, no separators.
std::string hex(ByteView bytes);

/// Bytes of an even number of hex digits, either case; nothing if a character is not a hex digit.
bool from_hex(std::string_view digits, Bytes& out);

}  // namespace ringside::base
