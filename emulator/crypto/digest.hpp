// emulator/crypto/digest.hpp - hash values.
#pragma once

#include <array>
#include <cstdint>

#include "base/bytes.hpp"

namespace ringside::crypto {

base::Bytes sha1(base::ByteView data);
base::Bytes sha256(base::ByteView data);

using Sha256 = std::array<std::uint8_t, 32>;
/// HMAC (RFC 2104) with SHA-256.
Sha256 hmac_sha256(base::ByteView key, base::ByteView data);

}  // namespace ringside::crypto
