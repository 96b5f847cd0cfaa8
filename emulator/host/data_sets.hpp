// emulator/host/data_sets.hpp - the data sets of one z/OS system, and their names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/data_sets.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::host {

using database::DataSet;

/// The data sets of one system. Names are fully qualified.
class DataSets {
 public:
  DataSets(lab::Lab& lab, std::string system) : table_(lab.data_sets()), system_(std::move(system)) {}

  [[nodiscard]] std::optional<DataSet> find(const std::string& name) const { return table_.find(system_, name); }
  [[nodiscard]] std::vector<std::string> names() const { return table_.names(system_); }
  void put(const DataSet& data_set) { table_.put(system_, data_set); }
  bool remove(const std::string& name) { return table_.remove(system_, name); }

 private:
  database::DataSets table_;
  std::string system_;
};

/// The fully qualified name of a DSN operand, in upper case: the name itself if it was quoted or `prefix` (the user ID)
/// is empty, else `prefix`, a period and the name.
std::string qualify(std::string_view name, bool quoted, std::string_view prefix);

}  // namespace ringside::host
