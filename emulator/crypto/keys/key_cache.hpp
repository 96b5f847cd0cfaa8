// emulator/crypto/keys/key_cache.hpp - the private keys that were used last, decoded.
#pragma once

#include <cstddef>
#include <list>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// A CA signs again and again, and decoding its key costs ten times a signature of P-256. Not for several threads.
class KeyCache {
 public:
  static constexpr std::size_t most = 16;

  /// As PrivateKey::from_pkcs8_of_any_kind, and remembers what it read.
  Result<PrivateKey> read(base::ByteView pkcs8);

 private:
  std::list<PrivateKey> used_;  // the last one first
};

}  // namespace ringside::crypto
