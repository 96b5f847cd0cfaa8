// tests/emulator/database/twin/load_remarks_test.cpp - remarks on the load of an unload are kept with the database.
#include "emulator/database/twin/load_remarks.hpp"

#include <gtest/gtest.h>

#include "emulator/database/systems.hpp"

namespace ringside::database {
namespace {

TEST(LoadRemarks, AreKeptInTheOrderOfTheirAddition) {
  Store store("");
  Systems systems(store);
  SystemRecord system{"SYSA", "zos", "PLEX", "SYSA", 0};
  systems.add(system);
  LoadRemarks remarks(store, system.database_id);
  remarks.add({"label differs", "ring U.R", "second"});
  remarks.add({"label differs", "ring A.B", "first"});
  ASSERT_EQ(remarks.all().size(), 2U);
  EXPECT_EQ(remarks.all().front().sentence, "second");
  EXPECT_EQ(remarks.all().back().item, "ring A.B");
  EXPECT_TRUE(LoadRemarks(store, system.database_id + 1).all().empty());
}

}  // namespace
}  // namespace ringside::database
