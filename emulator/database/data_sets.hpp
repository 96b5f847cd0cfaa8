// emulator/database/data_sets.hpp - cataloged data sets of each system: sequential ones, and libraries with members.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/data_set_name.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

/// A sequential data set, a library (a partitioned data set) or a member of a library.
struct DataSet {
  std::string name;                  ///< fully qualified, upper case; of a member: LIBRARY(MEMBER)
  std::string record_format = "VB";  ///< VB, FB, V, F, U
  int record_length = 84;            ///< LRECL; for variable formats it counts the 4-octet descriptor word
  std::vector<base::Bytes> records;  ///< without descriptor words; text is IBM-1047. A library has none
  bool is_library = false;
};

class DataSets {
 public:
  explicit DataSets(Store& store) : store_(store) {}
  /// The data set of this name, or the member if the name is LIBRARY(MEMBER). A member has its library's format.
  [[nodiscard]] std::optional<DataSet> find(const std::string& system, const std::string& name) const;
  /// The names of all data sets, without members.
  [[nodiscard]] std::vector<std::string> names(const std::string& system) const;
  /// The names of a library's members, sorted.
  [[nodiscard]] std::vector<std::string> members(const std::string& system, const std::string& library) const;
  /// Stores the data set or member; replaces one of the same name. A library keeps its members, and takes the format of
  /// a member that is put. Throws base::Fault for a member whose library is missing, and for a library that would
  /// become a sequential data set, or the other way round.
  void put(const std::string& system, const DataSet& data_set);
  /// Deletes a data set, a library with its members, or a member. Returns false if there is none.
  bool remove(const std::string& system, const std::string& name);

 private:
  /// Returns nullopt if there is no such data set. Does not read its records.
  [[nodiscard]] std::optional<bool> is_library(const std::string& system, const std::string& name) const;
  void put_entry(const std::string& system, const DataSet& data_set);
  void put_member(const std::string& system, const DataSet& data_set, const base::MemberName& name);
  [[nodiscard]] std::optional<DataSet> find_member(const std::string& system, const base::MemberName& name) const;

  Store& store_;
};

}  // namespace ringside::database
