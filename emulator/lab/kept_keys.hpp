// emulator/lab/kept_keys.hpp - keys that seeds gave, kept in a folder, so that the next run need not search for them.
//
// A key's file is named by a hash of all that the key follows from and carries a code that only the seed's holder can
// make, so a file that is damaged, moved or foreign is never taken for a key: it counts as absent. Test keys in clear,
// modes 0700 and 0600. docs/key-derivation.md, "Kept keys".
#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::lab {

/// For any number of threads and processes at once. What the file system refuses is no error: the key is made again.
class KeptKeys {
 public:
  /// An empty folder's name keeps nothing. The folder is made when the first key comes.
  explicit KeptKeys(std::string folder) : folder_(std::move(folder)) {}

  /// Whether such a key is worth a file and comes again: RSA and DSA from a source that repeats.
  [[nodiscard]] bool keeps(crypto::KeySpec spec, const base::Randomness& randomness) const;
  [[nodiscard]] std::optional<crypto::PrivateKey> find(crypto::KeySpec spec, const base::Randomness& randomness) const;
  /// Also makes room: each of 256 subfolders holds limits::kept_keys files, and those not used longest go first.
  void keep(const crypto::PrivateKey& key, crypto::KeySpec spec, const base::Randomness& randomness) const;

 private:
  std::string folder_;
};

/// Makes the folder and those above it, with mode 0700, where they are not there; whether files can be made in it.
bool can_keep_keys(const std::string& folder);

}  // namespace ringside::lab
