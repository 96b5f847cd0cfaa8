// emulator/crypto/keys/sign_with.hpp - signatures with a digest of the caller's choice.
#pragma once

#include <string_view>

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// As sign() in key.hpp, but with a digest by OpenSSL's name for it, in any case. Throws base::Fault for a pair of key
/// and digest that has no number: ask can_sign_with (tool_issue.hpp) first.
[[nodiscard]] Signature sign_with(const PrivateKey& key, base::ByteView data, std::string_view digest,
                                  const base::Randomness& randomness);
[[nodiscard]] base::Bytes identifier_with(const PrivateKey& key, std::string_view digest);

}  // namespace ringside::crypto
