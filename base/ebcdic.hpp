// base/ebcdic.hpp - text between IBM-1047, the code page of z/OS, and UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace ringside::base {

/// UTF-8 to IBM-1047, one octet for each character. A character that the page does not have becomes a question mark
/// (X'6F').
Bytes to_ebcdic(std::string_view utf8);

/// IBM-1047 to UTF-8. Every octet has a character, so nothing is lost.
std::string from_ebcdic(ByteView bytes);

/// Returns whether every octet is a printable character or a tab in IBM-1047.
bool is_ebcdic_text(ByteView bytes);

}  // namespace ringside::base
