// emulator/host/data_sets.hpp - the data sets of one z/OS system, as commands and transfers see them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/database/data_sets.hpp"
#include "emulator/database/store.hpp"

namespace ringside::host {

using database::DataSet;

class DataSets {
 public:
  DataSets(database::Store& store, std::string system) : table_(store), system_(std::move(system)) {}

  [[nodiscard]] std::optional<DataSet> find(const std::string& name) const { return table_.find(system_, name); }
  [[nodiscard]] std::vector<std::string> names() const { return table_.names(system_); }
  void put(const DataSet& data_set) { table_.put(system_, data_set); }
  bool remove(const std::string& name) { return table_.remove(system_, name); }

 private:
  database::DataSets table_;
  std::string system_;
};

/// The fully qualified name of a DSN operand: as it is when quoted, behind `prefix` (the user ID) when not.
std::string qualify(std::string_view name, bool quoted, std::string_view prefix);

/// Whether a name is 1 to 44 characters of qualifiers of 1 to 8, each beginning with a letter or @ # $ (JCL Reference,
/// DSNAME).
bool is_data_set_name(std::string_view name);

/// Records of text: each line in IBM-1047, folded at the record length (RECFM VB: LRECL less 4), as RACDCERT EXPORT
/// writes.
DataSet text_data_set(std::string name, std::string_view text, int record_length = 84);

/// Records of bytes cut at the record length less 4.
DataSet binary_data_set(std::string name, base::ByteView bytes, int record_length = 84);

/// All records one after another: what a binary format holds.
base::Bytes contents(const DataSet& data_set);

/// The lines as UTF-8 if every octet is text in IBM-1047; nothing otherwise.
std::optional<std::string> text_of(const DataSet& data_set);

/// What a certificate reader is given: text in UTF-8 if the data set is EBCDIC text that holds Base64, else the octets.
base::Bytes certificate_input(const DataSet& data_set);

}  // namespace ringside::host
