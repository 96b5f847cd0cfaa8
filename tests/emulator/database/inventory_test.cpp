// tests/emulator/database/inventory_test.cpp - everything that a lab holds is told.
#include "emulator/database/inventory.hpp"

#include <gmock/gmock.h>

#include "emulator/database/certificates.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::database {
namespace {

TEST(Inventory, TellsTheRowsOfEveryTable) {
  Store store("");
  Query tables = store.query("SELECT name FROM sqlite_schema WHERE type='table'");
  while (tables.next()) {
    const std::string table = tables.text(0);
    const bool told = std::any_of(item_kinds().begin(), item_kinds().end(), [&](const ItemKind& kind) {
      const std::string sql = kind.sql + " ";
      return sql.find("FROM " + table + " ") != std::string::npos ||
             sql.find("JOIN " + table + " ") != std::string::npos;
    });
    // What was done, not what a lab is; and a table whose names are the places of the items.
    const bool is_left_out = table == "job" || table == "job_correlator" || table == "spool_file" ||
                             table == "workflow" || table == "security_database" || table == "load_remark";
    EXPECT_TRUE(told || is_left_out) << table << " is compared by nobody";
  }
}

TEST(Inventory, OfEveryKindCanBeRead) {
  Store store("");
  for (const ItemKind& kind : item_kinds()) EXPECT_FALSE(Inventory(store, kind).next()) << kind.name;
}

TEST(Inventory, GivesItemsByPlaceAndName) {
  Store store("");
  Systems systems(store);
  for (const char* name : {"SYSB", "SYSA"}) {
    SystemRecord system{name, "zos", "PLEX", name, 0};
    systems.add(system);
  }
  const auto kind = std::find_if(item_kinds().begin(), item_kinds().end(),
                                 [](const ItemKind& each) { return each.name == "system"; });
  Inventory inventory(store, *kind);
  const auto first = inventory.next();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->name, "SYSA");
  EXPECT_THAT(first->fields, testing::ElementsAre("zos", "PLEX", "SYSA"));
  EXPECT_EQ(inventory.next()->name, "SYSB");
  EXPECT_FALSE(inventory.next());
}

}  // namespace
}  // namespace ringside::database
