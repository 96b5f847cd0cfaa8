// emulator/crypto/digest.hpp - hash values.
#pragma once

#include "emulator/base/bytes.hpp"

namespace ringside::crypto {

base::Bytes sha1(base::ByteView data);
base::Bytes sha256(base::ByteView data);

}  // namespace ringside::crypto
