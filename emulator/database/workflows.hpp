// emulator/database/workflows.hpp - the workflows of each system's z/OSMF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// The most workflows that a system keeps.
inline constexpr std::size_t most_workflows = 200;

struct WorkflowRecord {
  std::string key;      ///< by which clients name it
  std::string content;  ///< JSON
};

class Workflows {
 public:
  explicit Workflows(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<WorkflowRecord> find(const std::string& system, const std::string& key) const;
  /// All workflows of a system, by key.
  [[nodiscard]] std::vector<WorkflowRecord> of(const std::string& system) const;
  /// Stores the workflow; replaces one of the same key.
  void put(const std::string& system, const WorkflowRecord& workflow);
  /// Returns false if there is none.
  bool remove(const std::string& system, const std::string& key);

 private:
  Store& store_;
};

}  // namespace ringside::database
