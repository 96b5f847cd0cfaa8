// emulator/database/passwords.hpp - the passwords of users, as salted hashes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct PasswordHash {
  base::Bytes salt, hash;
  std::int64_t iterations = 0;
};

/// A user has a password only if one was given to it for logging on; it goes with its user.
class Passwords {
 public:
  Passwords(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<PasswordHash> find(const std::string& user) const;
  /// The user must exist.
  void put(const std::string& user, const PasswordHash& password);

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database
