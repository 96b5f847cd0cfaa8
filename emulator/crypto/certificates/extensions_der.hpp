// emulator/crypto/certificates/extensions_der.hpp - extensions from values to DER and back.
#pragma once

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class NetscapeComment { written, left_out };

/// The SEQUENCE OF Extension in RACF's order; an empty SEQUENCE if there are none. Throws base::Fault if an IP address
/// is not valid.
base::Bytes write_extensions(const Extensions& extensions, NetscapeComment comment);

/// Reads the DER of a SEQUENCE OF Extension. A malformed or repeated extension is an error.
Result<Extensions> read_extensions(base::ByteView der);

}  // namespace ringside::crypto
