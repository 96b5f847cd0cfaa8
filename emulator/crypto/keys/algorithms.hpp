// emulator/crypto/keys/algorithms.hpp - tables of curves and signature algorithms, with the names that RACF gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

struct Curve {
  std::string_view openssl_name;
  std::string_view oid;
  KeySpec spec;
};

/// Curves that RACF supports. Both return nullptr for any other curve.
const Curve* find_curve(KeySpec spec);
const Curve* find_curve(std::string_view openssl_name);

enum class SignatureFamily { rsa, dsa, ecdsa, eddsa, rsa_pss };

/// One way to sign: what a signer needs besides the key.
struct SignatureAlgorithm {
  SignatureFamily family;
  std::string_view digest;  ///< OpenSSL's name in upper case ("SHA256"); empty for EdDSA
  std::string_view oid;
};

/// The algorithm that RACF signs with under such a key (Command Language Reference, RACDCERT GENCERT, "Signature
/// hash"). Returns nullptr for key types that RACF does not have.
const SignatureAlgorithm* signature_algorithm_for(KeySpec spec);
/// Searches the algorithms that RACF can list. `digest` is OpenSSL's name in upper case. Returns nullptr if there is no
/// object identifier for the pair.
const SignatureAlgorithm* find_signature(SignatureFamily family, std::string_view digest);
/// Returns the word of RACDCERT LIST for an object identifier ("sha256RSA"), or "UNKNOWN" if RACF has none.
std::string_view racf_signature_name(std::string_view oid);

}  // namespace ringside::crypto
