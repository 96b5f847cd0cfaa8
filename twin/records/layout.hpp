// twin/records/layout.hpp - which columns the fields of an unload's records have.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ringside::twin {

/// How a field is written: `number` in decimal digits with leading zeros, `flag` as YES or NO, `date` as yyyy-mm-dd,
/// `time` as hh:mm:ss. Blanks are "not set" for every kind.
enum class FieldKind { text, number, flag, date, time };

struct Field {
  std::string_view name;  ///< "GPBD_NAME"
  std::size_t first = 0;  ///< column, from 1, without the record descriptor word
  std::size_t last = 0;
  FieldKind kind = FieldKind::text;
  [[nodiscard]] std::size_t width() const { return last - first + 1; }
};

/// A type of record (z/OS Security Server RACF Macros and Interfaces, "Record formats produced by the database unload
/// utility").
struct Layout {
  std::string_view type;  ///< four characters: "0100"
  std::string_view name;  ///< "group basic data record"
  std::vector<Field> fields;
};

/// All types of records that the twin knows, by type.
const std::vector<Layout>& layouts();
/// Returns nullptr for an unknown type.
const Layout* find_layout(std::string_view type);
/// The field of this name. Throws base::Fault if no record has it.
const Field& field(std::string_view name);

}  // namespace ringside::twin
