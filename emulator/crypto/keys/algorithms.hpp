// emulator/crypto/keys/algorithms.hpp - tables: curves, and which signature goes with which key under which name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/keys/key.hpp"

typedef struct evp_md_st EVP_MD;

namespace ringside::crypto {

struct Curve {
  std::string_view openssl_name;
  std::string_view oid;
  KeySpec spec;
};

/// The curves that RACF knows; nothing for others.
const Curve* find_curve(KeySpec spec);
const Curve* find_curve(std::string_view openssl_name);

enum class SignatureFamily { rsa, dsa, ecdsa, eddsa, rsa_pss };

struct SignatureAlgorithm {
  SignatureFamily family;
  std::string_view digest;  ///< OpenSSL's name of it
  std::string_view oid;
  std::string_view racf_name;  ///< the word of RACDCERT LIST
};

/// What RACF signs with under such a key (RACDCERT GENCERT, "Signature hash"); nothing for keys that it does not have.
const SignatureAlgorithm* signature_algorithm_for(KeySpec spec);
/// With this digest, in OpenSSL's upper-case name of it ("SHA256"); nothing if there is no number for it.
const SignatureAlgorithm* find_signature(SignatureFamily family, std::string_view digest);
/// "sha256RSA" of an OID; "UNKNOWN" if RACF has no word for it.
std::string_view racf_signature_name(std::string_view oid);

}  // namespace ringside::crypto
