// tests/emulator/database/systems_test.cpp - systems, the databases that they share, numbers and settings.
#include "emulator/database/systems.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::database {
namespace {

class SystemsTest : public testing::Test {
 protected:
  bool add(SystemRecord record) { return systems_.add(record); }

  Store store_{""};
  Systems systems_{store_};
};

TEST_F(SystemsTest, SystemsOfASysplexMayShareOneDatabase) {
  EXPECT_TRUE(add({"SYSA", "zos", "PLEX1", "RACF1", 0}));
  EXPECT_FALSE(add({"SYSB", "zos", "PLEX1", "RACF1", 0})) << "the database is there";
  EXPECT_TRUE(add({"SYSC", "distributed", "PLEX2", "RACF2", 0}));
  EXPECT_EQ(systems_.find("SYSA")->database_id, systems_.find("SYSB")->database_id);
  EXPECT_NE(systems_.find("SYSA")->database_id, systems_.find("SYSC")->database_id);
  EXPECT_EQ(systems_.find("SYSC")->kind, "distributed");
  EXPECT_EQ(systems_.find("SYSC")->sysplex, "PLEX2");
  EXPECT_EQ(systems_.find("SYSC")->database, "RACF2");
  EXPECT_FALSE(systems_.find("SYSD"));
}

TEST_F(SystemsTest, AreListedByName) {
  add({"SYSB", "zos", "P", "B", 0});
  add({"SYSA", "zos", "P", "A", 0});
  const auto all = systems_.all();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all.front().name, "SYSA");
}

TEST_F(SystemsTest, ANameIsTakenOnce) {
  add({"SYSA", "zos", "P", "A", 0});
  EXPECT_THROW(add({"SYSA", "zos", "P", "B", 0}), base::Fault);
}

TEST_F(SystemsTest, NumbersCountFromOneForEachSystemAndKind) {
  add({"SYSA", "zos", "P", "A", 0});
  add({"SYSB", "zos", "P", "A", 0});
  EXPECT_EQ(systems_.next_operation("SYSA"), 1);
  EXPECT_EQ(systems_.next_operation("SYSA"), 2);
  EXPECT_EQ(systems_.next_operation("SYSB"), 1);
  EXPECT_EQ(systems_.next_job("SYSA"), 1);
  EXPECT_THROW(systems_.next_job("NONE"), base::Fault);
}

TEST_F(SystemsTest, ANumberTakenBeforeASavepointIsNeverGivenAgain) {
  add({"SYSA", "zos", "P", "A", 0});
  systems_.next_operation("SYSA");
  {
    const Savepoint refused(store_);
    systems_.set_setting("x", "1");
  }
  EXPECT_EQ(systems_.next_operation("SYSA"), 2);
}

TEST_F(SystemsTest, ASettingThatWasNeverSetIsEmpty) {
  EXPECT_EQ(systems_.setting("clock"), "");
  systems_.set_setting("clock", "1");
  systems_.set_setting("clock", "2");
  EXPECT_EQ(systems_.setting("clock"), "2");
}

}  // namespace
}  // namespace ringside::database
