// emulator/crypto/keys/key_cache.hpp - keeps the private keys that were used last in decoded form.
#pragma once

#include <cstddef>
#include <list>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// A CA signs often, and decoding its key costs as much as ten P-256 signatures. Use from one thread only.
class KeyCache {
 public:
  static constexpr std::size_t most = 16;

  /// As PrivateKey::from_pkcs8_of_any_kind, but keeps the key that it read.
  Result<PrivateKey> read(base::ByteView pkcs8);

 private:
  std::list<PrivateKey> used_;  // most recently used first
};

}  // namespace ringside::crypto
