// emulator/database/data_sets.hpp - cataloged sequential data sets of each system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct DataSet {
  std::string name;                  ///< fully qualified, upper case
  std::string record_format = "VB";  ///< VB, FB, V, F, U
  int record_length = 84;            ///< LRECL; for variable formats it counts the 4-octet descriptor word
  std::vector<base::Bytes> records;  ///< without descriptor words; text is IBM-1047
};

class DataSets {
 public:
  explicit DataSets(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<DataSet> find(const std::string& system, const std::string& name) const;
  [[nodiscard]] std::vector<std::string> names(const std::string& system) const;
  /// Stores the data set; replaces one of the same name.
  void put(const std::string& system, const DataSet& data_set);
  /// Returns false if there is no such data set.
  bool remove(const std::string& system, const std::string& name);

 private:
  Store& store_;
};

}  // namespace ringside::database
