// emulator/hosttools/keytool/certificates/named_signature.hpp - Java's names for signature algorithms, key types and
// curves.
#pragma once

#include <string>
#include <string_view>

#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::keytool {

/// A signature algorithm and its name in Java: "SHA256withRSA".
struct NamedSignature {
  std::string_view name;
  crypto::SignatureAlgorithm algorithm;
};

/// Finds an algorithm by name, in any case, or by object identifier. Both return nullptr if Java has none.
const NamedSignature* find_named_signature(std::string_view name);
const NamedSignature* find_named_signature_by_oid(std::string_view oid);

/// "RSA", "RSASSA-PSS", "EC", "DSA", "EdDSA"; "XDH" for X25519 and X448, which do not sign; "unknown" for other keys.
std::string java_key_algorithm(const crypto::PublicKey& key);
/// Java's name of the curve: "secp256r1", "Ed25519". Returns "" for keys without a named group.
std::string java_group_name(const crypto::PublicKey& key);

/// Whether a key of this type can make such a signature.
bool fits(const NamedSignature& signature, const crypto::PublicKey& key);

}  // namespace ringside::keytool
