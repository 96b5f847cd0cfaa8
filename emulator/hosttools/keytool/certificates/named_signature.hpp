// emulator/crypto/keys/named_signature.hpp - signatures by the names that Java gives them, for tools that let a user
// choose.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

struct NamedSignature {
  std::string_view name;  ///< "SHA256withRSA"
  std::string_view oid;
  SignatureFamily family;
  std::string_view digest;  ///< OpenSSL's name; empty for EdDSA
};

/// By name, in any case, or by object identifier; nothing if Java has no such algorithm.
const NamedSignature* find_named_signature(std::string_view name);
const NamedSignature* find_named_signature_by_oid(std::string_view oid);

/// "RSA", "EC", "DSA", "EdDSA" (also X25519 and X448, which do not sign: "XDH").
std::string java_key_algorithm(const PublicKey& key);
/// "secp256r1", "Ed25519"; empty for keys without a named group.
std::string java_group_name(const PublicKey& key);
int key_bits(const PublicKey& key);

/// Whether this kind of signature is made with such a key.
bool fits(const NamedSignature& name, const PublicKey& key);

base::Bytes named_signature_identifier(const NamedSignature& name);
Signature sign_as(const NamedSignature& name, const PrivateKey& key, base::ByteView data,
                  const base::Randomness& randomness);

/// A new Ed25519, Ed448, X25519 or X448 key, by OpenSSL's name of the kind; nothing for other names.
std::optional<PrivateKey> generate_raw_key(const std::string& kind, const base::Randomness& randomness);

/// The same RSA key as one for RSASSA-PSS alone (RFC 4055 1.2), without parameters.
PrivateKey as_pss_key(const PrivateKey& rsa);

/// Whether a certificate revocation list in DER is well-formed, and whether `key` signed it.
bool is_revocation_list(base::ByteView der);
bool revocation_list_is_signed_by(base::ByteView der, const PublicKey& key);

}  // namespace ringside::crypto
