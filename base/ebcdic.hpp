// base/ebcdic.hpp - code page IBM-1047, in which z/OS keeps text; outside it is UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace ringside::base {

/// IBM-1047 octets of UTF-8 text, one per character; a character that the page lacks becomes a question mark (X'6F').
Bytes to_ebcdic(std::string_view utf8);

/// UTF-8 text of IBM-1047 octets; every octet has a character, so nothing is lost.
std::string from_ebcdic(ByteView bytes);

/// Whether every octet is a printable character or a tab in IBM-1047.
bool is_ebcdic_text(ByteView bytes);

}  // namespace ringside::base
