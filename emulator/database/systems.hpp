// emulator/database/systems.hpp - the systems of a lab, the databases that they use, and the lab's settings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

struct SystemRecord {
  std::string name;
  std::string kind = "zos";  ///< zos, distributed, ibmi
  std::string sysplex;
  std::string database;  ///< name of the security database; systems may share one
  std::int64_t database_id = 0;
};

class Systems {
 public:
  explicit Systems(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<SystemRecord> find(const std::string& name) const;
  [[nodiscard]] std::vector<SystemRecord> all() const;  ///< by name
  /// Adds a system, and its security database if no system uses one of that name. Returns whether the database is new.
  bool add(SystemRecord& record);
  /// The number of the last operation on this system; 0 if there was none.
  [[nodiscard]] std::int64_t operations(const std::string& system) const;
  /// Takes the next number of an operation (a command) on this system, from 1. Called before the command's savepoint,
  /// so that a rollback does not give the number back.
  std::int64_t next_operation(const std::string& system) { return reserve_operations(system, 1); }
  /// The same for a command that perhaps only reads, and so must not wait for the write lock. Called in the transaction
  /// of the command. The number is the command's own if the transaction writes.
  std::int64_t reading_operation(const std::string& system);
  /// Takes `count` consecutive numbers and returns the first.
  std::int64_t reserve_operations(const std::string& system, std::int64_t count);
  std::int64_t next_job(const std::string& system);

  /// A setting of the lab; empty if it is not set. Settings of a read-only lab can be set for this process alone.
  [[nodiscard]] std::string setting(const std::string& name) const;
  void set_setting(const std::string& name, const std::string& value);

 private:
  Store& store_;
};

}  // namespace ringside::database
