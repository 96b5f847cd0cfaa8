// emulator/crypto/key_parts.hpp - numbers out of keys, and the scalars that keys and signatures are made of.
#pragma once

#include "emulator/base/random.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

/// A number of a key under OpenSSL's parameter name (openssl/core_names.h).
OwnedBn key_number(const EVP_PKEY* key, const char* name);

/// A number from 1 to order - 1 out of 64 bits more than the order has: FIPS 186-5 A.2.1 and A.3.1.
OwnedBn draw_scalar(const BIGNUM* order, base::ByteStream& stream, BN_CTX* context);

/// The group of a named curve, made once and kept: making one costs as much as a signature.
const EC_GROUP* named_group(const char* openssl_name);

}  // namespace ringside::crypto
