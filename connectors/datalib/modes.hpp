// connectors/datalib/modes.hpp - the code page and the order of octets that a program expects of R_datalib.
#pragma once

#include <cstdint>

#include "connectors/caller/settings.hpp"

namespace ringside::connectors::datalib {

struct Modes {
  bool ebcdic = false;      ///< text is IBM-1047; else ASCII, and UTF-8 where ASCII has no character
  bool big = false;         ///< numbers that the service writes begin with their highest octet
  std::uint8_t pad = 0x40;  ///< fills user IDs up to eight octets
  bool check = false;       ///< remark on what z/OS would not accept
};

/// Reads RINGSIDE_DATALIB_TEXT (ascii, ebcdic), RINGSIDE_DATALIB_ORDER (native, big), RINGSIDE_DATALIB_PAD (40, 20; 40
/// always with ebcdic) and RINGSIDE_DATALIB_CHECK (1). Any other value counts as the first one. What set_modes() has
/// set comes before the variables.
Modes modes_from(const Variables& variables);

/// Sets text and order of octets for the process: 0 or 1 as in irrsdl.h, -1 for what the variables say. Returns false
/// for other values, and changes nothing then.
bool set_modes(int text, int order);

}  // namespace ringside::connectors::datalib
