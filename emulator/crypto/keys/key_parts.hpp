// emulator/crypto/keys/key_parts.hpp - numbers of keys, and the random scalars that keys and signatures start from.
// Only for files in this folder.
#pragma once

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/openssl.hpp"

using OSSL_PARAM_BLD = struct ossl_param_bld_st;

namespace ringside::crypto {

/// The number of a key that OpenSSL has under this parameter name (openssl/core_names.h). Throws ForeignData if it has
/// none.
OwnedBn key_number(const EVP_PKEY* key, const char* name);

/// A random number from 1 to order - 1, from 64 bits more than the order has (FIPS 186-5 A.2.1 and A.3.1).
OwnedBn draw_scalar(const BIGNUM* order, base::ByteStream& stream, BN_CTX* context);

/// The group of a named curve. Each group is made once and kept, because making one costs as much as a signature.
const EC_GROUP* named_group(const char* openssl_name);

/// Makes a key of OpenSSL's type "RSA", "EC" or "DSA" from its numbers.
PrivateKey assemble_key(const char* algorithm, OSSL_PARAM_BLD* builder);

}  // namespace ringside::crypto
