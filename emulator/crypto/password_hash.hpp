// emulator/crypto/password_hash.hpp - a slow hash of a password.
#pragma once

#include <cstdint>

#include "base/bytes.hpp"
#include "base/secret.hpp"

namespace ringside::crypto {

/// PBKDF2 with HMAC-SHA-256 (RFC 8018): 32 octets. Throws base::Fault for less than one iteration.
base::Bytes password_hash(const base::Secret& password, base::ByteView salt, std::int64_t iterations);

/// Whether two texts of octets are equal. The time that it takes depends on their lengths only.
bool equal_in_constant_time(base::ByteView left, base::ByteView right);

}  // namespace ringside::crypto
