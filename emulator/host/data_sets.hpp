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

/// Every data set is in this catalog, on this volume and in this storage class of SMS. Only listings show them.
inline constexpr std::string_view catalog = "CATALOG.MASTER";
inline constexpr std::string_view volume = "LABV01";
inline constexpr std::string_view storage_class = "SCBASE";

/// The data sets of one system. Names are fully qualified, or LIBRARY(MEMBER).
class DataSets {
 public:
  DataSets(lab::Lab& lab, std::string system) : table_(lab.data_sets()), system_(std::move(system)) {}

  [[nodiscard]] std::optional<DataSet> find(const std::string& name) const { return table_.find(system_, name); }
  [[nodiscard]] std::vector<std::string> names() const { return table_.names(system_); }
  /// The entry whose format a data set of this name has: itself, or the library of a member, which may be new.
  [[nodiscard]] std::optional<DataSet> format_of(const std::string& name) const;
  /// The names of a library's members, sorted.
  [[nodiscard]] std::vector<std::string> members(const std::string& library) const {
    return table_.members(system_, library);
  }
  /// See database::DataSets::put().
  void put(const DataSet& data_set) { table_.put(system_, data_set); }
  bool remove(const std::string& name) { return table_.remove(system_, name); }

  /// The names that `pattern` means: itself, if there is such a data set; an asterisk stands for one whole qualifier.
  [[nodiscard]] std::vector<std::string> matching(const std::string& pattern) const;
  /// The names with more qualifiers than `level`, whose first ones match it.
  [[nodiscard]] std::vector<std::string> below(const std::string& level) const;

 private:
  database::DataSets table_;
  std::string system_;
};

/// The fully qualified name of a DSN operand, in upper case: the name itself if it was quoted or `prefix` (of PROFILE
/// PREFIX) is empty, else `prefix`, a period and the name.
std::string qualify(std::string_view name, bool quoted, std::string_view prefix);

}  // namespace ringside::host
