// connectors/pkcs11/mechanisms.hpp - the mechanisms of every token, and what each does with a key.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "connectors/pkcs11/cryptoki.hpp"
#include "emulator/crypto/keys/key_operation.hpp"

namespace ringside::connectors::pkcs11 {

/// A mechanism that works with a key.
struct Mechanism {
  CK_MECHANISM_TYPE type;
  CK_KEY_TYPE key;
  crypto::SignatureShape shape;
  std::string_view digest;  ///< that the mechanism makes of the data; empty: the caller has made it
  bool decrypts;
};

/// All mechanisms: those with keys, and the hashes.
std::vector<CK_MECHANISM_TYPE> mechanism_types();
/// Sizes of keys in bits, and the operations. Returns nullopt for a mechanism that the tokens do not have.
std::optional<CK_MECHANISM_INFO> mechanism_info(CK_MECHANISM_TYPE type);

/// Returns a mechanism with a key; nullptr if the tokens do not have it.
const Mechanism* find_mechanism(CK_MECHANISM_TYPE type);
/// Returns OpenSSL's name of a hash; nullopt if the mechanism is none that the tokens have.
std::optional<std::string_view> find_hash(CK_MECHANISM_TYPE type);

/// Reads the parameters of a caller's mechanism: only the PSS ones have any. Fails with CKR_MECHANISM_PARAM_INVALID.
tl::expected<crypto::SignatureScheme, CK_RV> signature_scheme(const Mechanism& mechanism, const CK_MECHANISM& asked);

}  // namespace ringside::connectors::pkcs11
