// connectors/datalib/data_get_list.hpp - the parameter list of DataGetFirst and DataGetNext: what it asks for, and how
// it is filled.
#pragma once

#include "connectors/datalib/call.hpp"

namespace ringside::connectors::datalib {

class DataGetList {
 public:
  /// Copies the list and the query that it names. Fails with 8/8/4 for an address that is missing, 8/8/32 for a
  /// length that cannot be.
  static racf::datalib::Answer<DataGetList> read(const Call& call);

  [[nodiscard]] std::uint32_t token() const { return query_.token; }
  /// Writes the token of a new query.
  void set_token(std::uint32_t token);
  /// Returns what the query asks for. Fails with 8/8/56 for predicates, attribute or status that are not known.
  [[nodiscard]] racf::datalib::Answer<racf::datalib::Selection> selection(const Call& call) const;
  /// Writes all lengths, and the certificate if every area has room for its part. Returns whether they have.
  bool fill(const Call& call, const racf::datalib::Entry& entry);

 private:
  irrsdl_data_get list_{};
  irrsdl_query query_{};
};

}  // namespace ringside::connectors::datalib
