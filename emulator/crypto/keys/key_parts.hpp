// emulator/crypto/keys/key_parts.hpp - numbers out of keys, and the scalars that keys and signatures are made of.
#pragma once

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/openssl.hpp"

typedef struct ossl_param_bld_st OSSL_PARAM_BLD;

namespace ringside::crypto {

/// A number of a key under OpenSSL's parameter name (openssl/core_names.h).
OwnedBn key_number(const EVP_PKEY* key, const char* name);

/// A number from 1 to order - 1 out of 64 bits more than the order has: FIPS 186-5 A.2.1 and A.3.1.
OwnedBn draw_scalar(const BIGNUM* order, base::ByteStream& stream, BN_CTX* context);

/// The group of a named curve, made once and kept: making one costs as much as a signature.
const EC_GROUP* named_group(const char* openssl_name);

/// The key of these numbers, for OpenSSL's "RSA", "EC" or "DSA".
PrivateKey assemble_key(const char* algorithm, OSSL_PARAM_BLD* builder);

/// Whether DSA keys have this many bits, and a new one with a domain of its own.
bool is_dsa_size(int bits);
PrivateKey generate_dsa(int bits, const base::Randomness& randomness);

}  // namespace ringside::crypto
