// emulator/crypto/certificates/extensions_der.hpp - extensions between values and DER.
#pragma once

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class NetscapeComment { written, left_out };

/// The SEQUENCE OF Extension, in RACF's order; an empty one if there is none.
base::Bytes write_extensions(const Extensions& extensions, NetscapeComment comment);

/// The values of a SEQUENCE OF Extension, given whole.
Result<Extensions> read_extensions(base::ByteView der);

}  // namespace ringside::crypto
