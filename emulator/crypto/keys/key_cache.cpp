// emulator/crypto/keys/key_cache.cpp - a list in the order of last use.
#include "emulator/crypto/keys/key_cache.hpp"

#include <algorithm>

namespace ringside::crypto {

Result<PrivateKey> KeyCache::read(base::ByteView pkcs8) {
  const auto found = std::find_if(used_.begin(), used_.end(), [pkcs8](const PrivateKey& key) {
    return std::equal(pkcs8.begin(), pkcs8.end(), key.pkcs8().begin(), key.pkcs8().end());
  });
  if (found != used_.end()) {
    used_.splice(used_.begin(), used_, found);
    return used_.front();
  }
  auto key = PrivateKey::from_pkcs8_of_any_kind(pkcs8);
  if (!key) return key;
  used_.push_front(*key);
  if (used_.size() > most) used_.pop_back();
  return key;
}

}  // namespace ringside::crypto
