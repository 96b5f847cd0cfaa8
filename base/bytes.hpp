// base/bytes.hpp - sequences of bytes, and hex.
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

/// Reads hex digits of either case into `out`. Returns false if their number is odd or a character is not a hex digit;
/// `out` is incomplete then.
bool from_hex(std::string_view digits, Bytes& out);

}  // namespace ringside::base
