// emulator/database/twin/staging.hpp - records of an unload that wait for others, while it is loaded.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// Texts by kind and key, in a table of this connection only, so that memory does not grow with the unload. Needs an
/// open savepoint.
class Staging {
 public:
  /// Makes the empty table. Until the end of the transaction a row may name another one that comes later.
  explicit Staging(Store& store);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  void put(const std::string& kind, const std::string& key, const std::string& text);
  /// The first text of this kind and key.
  [[nodiscard]] std::optional<std::string> first(const std::string& kind, const std::string& key) const;
  /// Calls `take` with the text of each of this kind and key, in the order in which they were put.
  void each(const std::string& kind, const std::string& key, const std::function<void(const std::string&)>& take) const;
  /// Calls `take` with key and text of each of this kind, in the order in which they were put.
  void all(const std::string& kind, const std::function<void(const std::string&, const std::string&)>& take) const;

  /// Gives the users of a security database whose default group is not there another one. Returns how many they
  /// were, without RACF's own, which have none at a site.
  std::int64_t give_default_group(std::int64_t database, const std::string& group);

  /// What remove_orphans() deletes.
  struct Orphans {
    std::int64_t connections = 0;  ///< of a user or group that is not there
    std::int64_t accesses = 0;     ///< entries of access lists whose profile is not there
    std::int64_t members = 0;      ///< members of a profile that is not there
  };
  /// Deletes the rows of a security database that name a row which is not there.
  Orphans remove_orphans(std::int64_t database);

 private:
  Store& store_;
};

}  // namespace ringside::database
