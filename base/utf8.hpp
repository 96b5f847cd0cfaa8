// base/utf8.hpp - where characters of UTF-8 begin and end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ringside::base {

/// Octets of the character of UTF-8 that `text` begins with; 0 if none does: a part of one, an overlong form, a
/// surrogate, what XML 1.0 calls no character. `text` is not empty.
std::size_t utf8_length(std::string_view text);

/// Returns whether `c` is an octet of UTF-8 that continues a character.
constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The text with '?' for every octet that belongs to no character.
std::string well_formed(std::string_view text);

}  // namespace ringside::base
