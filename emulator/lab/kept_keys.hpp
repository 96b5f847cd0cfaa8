// emulator/lab/kept_keys.hpp - keys made from seeds, kept in a folder for the next run.
//
// The name of a key's file is a hash of everything that determines the key. The file holds an authentication code made
// with the seed, so a file that is damaged, renamed or made with another seed is ignored. The keys are test keys,
// stored in clear with modes 0700 and 0600. See key-derivation.md, "Kept keys".
#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::lab {

/// Safe for several threads and processes at once. Errors of the file system are ignored: the key is made again.
class KeptKeys {
 public:
  /// With an empty folder name no key is kept. The folder is made when the first key is kept.
  explicit KeptKeys(std::string folder) : folder_(std::move(folder)) {}

  /// Whether keys of this kind are kept: RSA and DSA keys whose randomness is derived from a seed.
  [[nodiscard]] bool keeps(crypto::KeySpec spec, const base::Randomness& randomness) const;
  [[nodiscard]] std::optional<crypto::PrivateKey> find(crypto::KeySpec spec, const base::Randomness& randomness) const;
  /// Writes the key's file. Each of the 256 subfolders holds at most limits::kept_keys files; the least recently used
  /// ones are deleted.
  void keep(const crypto::PrivateKey& key, crypto::KeySpec spec, const base::Randomness& randomness) const;

 private:
  std::string folder_;
};

/// Makes the folder and its parents with mode 0700 where they are missing. Returns whether files can be made in it.
bool can_keep_keys(const std::string& folder);

}  // namespace ringside::lab
