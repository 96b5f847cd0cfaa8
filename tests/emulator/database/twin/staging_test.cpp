// tests/emulator/database/twin/staging_test.cpp - records of an unload wait for others.
#include "emulator/database/twin/staging.hpp"

#include <gmock/gmock.h>

#include "emulator/database/resources.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/database/users.hpp"

namespace ringside::database {
namespace {

TEST(Staging, GivesTextsOfAKindAndKeyInTheirOrder) {
  Store store("");
  const Savepoint savepoint(store);
  Staging staging(store);
  staging.put("0562", "A.RING", "first");
  staging.put("0562", "B.RING", "other");
  staging.put("0562", "A.RING", "second");
  staging.put("0561", "A.RING", "back");
  EXPECT_EQ(staging.first("0562", "A.RING"), "first");
  EXPECT_EQ(staging.first("0562", "C.RING"), std::nullopt);
  std::vector<std::string> found;
  staging.each("0562", "A.RING", [&](const std::string& text) { found.push_back(text); });
  EXPECT_THAT(found, testing::ElementsAre("first", "second"));
  found.clear();
  staging.all("0562", [&](const std::string& key, const std::string& text) { found.push_back(key + " " + text); });
  EXPECT_THAT(found, testing::ElementsAre("A.RING first", "B.RING other", "A.RING second"));
}

TEST(Staging, LeavesNothingBehindAndCanBeMadeAgain) {
  Store store("");
  {
    const Savepoint savepoint(store);
    { Staging(store).put("a", "b", "c"); }
    Staging again(store);
    EXPECT_EQ(again.first("a", "b"), std::nullopt);
  }
  Query tables = store.query("SELECT count(*) FROM sqlite_temp_schema");
  tables.next();
  EXPECT_EQ(tables.number(0), 0);
}

TEST(Staging, RemovesRowsThatNameWhatIsNotThere) {
  Store store("");
  Systems systems(store);
  SystemRecord system{"SYSA", "zos", "PLEX", "SYSA", 0};
  systems.add(system);
  Savepoint savepoint(store);
  Staging staging(store);
  Connections connections(store, system.database_id);
  Users users(store, system.database_id);
  Groups groups(store, system.database_id);
  Resources resources(store, system.database_id);
  connections.put({"U", "G", "USE", "NONE", "U", {}, {}});
  connections.put({"U", "H", "USE", "NONE", "U", {}, {}});
  resources.permit("FACILITY", "X", {"U", "READ"});
  resources.permit_if("FACILITY", "X", {"PROGRAM", "P", "U", "READ", "", ""});
  resources.add_member("GCICSTRN", "Y", "M");
  users.put({"U", "", "G", "U", {}, "", {}});
  groups.put({"G", "", "U", {}, "", {}});
  const auto removed = staging.remove_orphans(system.database_id);
  EXPECT_EQ(removed.connections, 1);
  EXPECT_EQ(removed.accesses, 2);
  EXPECT_EQ(removed.members, 1);
  EXPECT_TRUE(connections.find("U", "G"));
  savepoint.keep();
}

}  // namespace
}  // namespace ringside::database
