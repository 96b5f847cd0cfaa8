// emulator/database/inventory.hpp - the contents of a lab as items of text, for comparing labs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// A kind of item: its name, the SQL that reads its rows, and the names of the columns after place and name.
struct ItemKind {
  std::string_view name;
  std::string sql;
  std::vector<std::string_view> fields;
};

/// All kinds, in the order of a comparison's output. Counters (operations, jobs, last serial numbers), dates of
/// creation and the seed are not among the fields. Jobs and their spool are no items: they tell what was done, not what
/// a lab is.
const std::vector<ItemKind>& item_kinds();

struct Item {
  std::string place;  ///< security database or system; empty for the lab itself
  std::string name;
  std::vector<std::string> fields;  ///< in the order of ItemKind::fields; binary values as they are
};

/// Reads the items of one kind in the order of place and name, one at a time, since a lab may hold a million.
class Inventory {
 public:
  Inventory(Store& store, const ItemKind& kind) : query_(store.query(kind.sql.c_str())), fields_(kind.fields.size()) {}

  /// Returns the next item, or nullopt at the end.
  std::optional<Item> next();

 private:
  Query query_;
  std::size_t fields_;
};

}  // namespace ringside::database
