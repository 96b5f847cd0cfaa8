// twin/commands/stored_items.cpp - the items of one database by kind, as a comparison of labs reads them.
#include "twin/commands/stored_items.hpp"

#include <array>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::twin {
namespace {

using database::Item;
using database::ItemKind;

const ItemKind& kind_named(std::string_view name) {
  for (const ItemKind& kind : database::item_kinds())
    if (kind.name == name) return kind;
  throw base::Fault("there is no kind of items " + std::string(name));
}

/// A kind of items that a class has in storage.
struct StoredKind {
  std::string_view profile_class;  ///< empty: any other
  std::string_view kind;
};

constexpr std::array stored_kinds = {
    StoredKind{"DIGTCERT", "certificate in storage"},
    StoredKind{"DIGTRING", "ring in storage"},
    StoredKind{"DIGTRING", "connected certificate in storage"},
    StoredKind{"", "profile in storage"},
    StoredKind{"", "access in storage"},
};

std::string stored_text(std::string_view kind, const Item& item) {
  return fmt::format("{}\n{}\n{}", kind, item.name, base::join(item.fields, "\n"));
}

}  // namespace

bool is_of_database(const ItemKind& kind) {
  return kind.sql.starts_with("SELECT d.name,");  // the kinds of systems read no table of databases
}

void for_each_item(lab::Lab& lab, const database::SystemRecord& system, std::string_view kind,
                   const std::function<void(const Item&)>& take) {
  auto items = lab.inventory(kind_named(kind));
  while (const auto item = items.next())
    if (item->place == system.database) take(*item);
}

std::vector<std::string> items_in_storage(lab::Lab& lab, const database::SystemRecord& system,
                                          const std::string& profile_class) {
  const bool special = profile_class == "DIGTCERT" || profile_class == "DIGTRING";
  std::vector<std::string> items;
  for (const StoredKind& row : stored_kinds) {
    if (row.profile_class != (special ? profile_class : "")) continue;
    for_each_item(lab, system, row.kind, [&](const Item& item) {
      if (special || item.name.starts_with(profile_class + " ")) items.push_back(stored_text(row.kind, item));
    });
  }
  return items;
}

}  // namespace ringside::twin
