// base/utf8.hpp - where characters of UTF-8 begin and end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ringside::base {

/// Octets of the character of UTF-8 that `text` begins with; 0 if none does: a part of one, an overlong form, a
/// surrogate, what XML 1.0 calls no character. `text` is not empty.
std::size_t utf8_length(std::string_view text);

/// The text with '?' for every octet that belongs to no character.
std::string well_formed(std::string_view text);

}  // namespace ringside::base
