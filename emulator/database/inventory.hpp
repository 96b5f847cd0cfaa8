// emulator/database/inventory.hpp - everything that a lab holds, item by item, in words: for comparing labs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// What a kind of item is called, how its rows are read, and what their columns behind place and name are called.
struct ItemKind {
  std::string_view name;
  std::string sql;
  std::vector<std::string_view> fields;
};

/// All kinds in the order in which they are told. Numbers that only count (operations, jobs, serial numbers given),
/// dates of creation and the seed are not among the fields.
const std::vector<ItemKind>& item_kinds();

struct Item {
  std::string place;  ///< security database or system; empty for the lab itself
  std::string name;
  std::vector<std::string> fields;  ///< octets as they are; as many as the kind has
};

/// The items of one kind by place and name, read one after another: a lab may hold a million.
class Inventory {
 public:
  Inventory(Store& store, const ItemKind& kind) : query_(store.query(kind.sql.c_str())), fields_(kind.fields.size()) {}

  /// The next item; nothing at the end.
  std::optional<Item> next();

 private:
  Query query_;
  std::size_t fields_;
};

}  // namespace ringside::database
