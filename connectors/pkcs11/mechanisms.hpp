// connectors/pkcs11/mechanisms.hpp - the mechanisms of every token, and what each does with a key.
#pragma once

#include <span>
#include <string_view>

#include <tl/expected.hpp>

#include "connectors/pkcs11/cryptoki.hpp"
#include "emulator/crypto/keys/key_operation.hpp"

namespace ringside::connectors::pkcs11 {

struct Mechanism {
  CK_MECHANISM_TYPE type;
  CK_KEY_TYPE key;
  crypto::SignatureShape shape;
  std::string_view digest;  ///< that the mechanism makes of the data; empty: the caller has made it
  bool decrypts;
};

std::span<const Mechanism> mechanisms();
/// Returns nullptr for a mechanism that the tokens do not have.
const Mechanism* find_mechanism(CK_MECHANISM_TYPE type);
/// Sizes of keys in bits, and the operations.
CK_MECHANISM_INFO mechanism_info(const Mechanism& mechanism);

/// Reads the parameters of a caller's mechanism: only the PSS ones have any. Fails with CKR_MECHANISM_PARAM_INVALID.
tl::expected<crypto::SignatureScheme, CK_RV> signature_scheme(const Mechanism& mechanism, const CK_MECHANISM& asked);

}  // namespace ringside::connectors::pkcs11
