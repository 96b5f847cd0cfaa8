// tests/emulator/database/remembered_test.cpp - what is remembered is what a new question would find.
#include "emulator/database/remembered.hpp"

#include <gmock/gmock.h>

#include "emulator/database/security_database.hpp"
#include "emulator/database/systems.hpp"
#include "tests/emulator/database/two_databases.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {
namespace {

class RememberedTest : public TwoDatabases {
 protected:
  int asked_ = 0;
  Remembered<int> remembered_{Remember::users};
  int ask(const std::string& key = "a") {
    return remembered_.get(store_, key, [this] { return ++asked_; });
  }
};

TEST_F(RememberedTest, AValueIsReadOnceInATransaction) {
  const Savepoint step(store_);
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(ask("b"), 2);
  EXPECT_EQ(ask(), 1);
  here_.classes.put({"DIGTCERT", {"CLASSACT"}, 1});
  EXPECT_EQ(ask(), 1) << "a row of another kind was written";
}

TEST_F(RememberedTest, AValueIsReadAnewOutsideOfATransaction) {
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(ask(), 2);
  {
    const Savepoint step(store_);
    EXPECT_EQ(ask(), 3);
  }
  EXPECT_EQ(ask(), 4);
  const Savepoint next(store_);
  EXPECT_EQ(ask(), 5) << "of another transaction";
}

TEST_F(RememberedTest, NotMoreIsKeptThanACommandNeeds) {
  const Savepoint step(store_);
  for (int key = 0; key < 1000; ++key) ask(std::to_string(key));
  EXPECT_EQ(ask("999"), 1000);
  EXPECT_EQ(ask("0"), 1001);
}

// Each of these would find an old row if its writer, or the end of a savepoint, forgot to say so.
TEST_F(RememberedTest, EveryWriterIsSeenThroughAnotherDoorToTheSameDatabase) {
  SecurityDatabase other(store_, Systems(store_).find("SYSA")->database_id);
  const Savepoint step(store_);
  EXPECT_FALSE(here_.users.find("U"));
  EXPECT_FALSE(here_.classes.has("FACILITY", "CLASSACT"));
  EXPECT_TRUE(here_.resources.all("FACILITY").empty());
  other.users.put({"U", "NAME", "G", "O", {"SPECIAL"}, "", {}});
  other.classes.put({"FACILITY", {"CLASSACT"}, 1});
  other.resources.put({"FACILITY", "R", false, "O", "NONE", 0, false, "", "", "", "", {}});
  EXPECT_TRUE(here_.users.find("U"));
  EXPECT_FALSE(there_.users.find("U"));
  EXPECT_TRUE(here_.classes.has("FACILITY", "CLASSACT"));
  EXPECT_EQ(here_.resources.all("FACILITY").size(), 1u);
  other.resources.remove("FACILITY", "R");
  other.users.remove("U");
  EXPECT_FALSE(here_.users.find("U"));
  EXPECT_TRUE(here_.resources.all("FACILITY").empty());
}

TEST_F(RememberedTest, WhatWasUndoneIsNotRemembered) {
  const Savepoint step(store_);
  {
    const Savepoint command(store_);
    here_.users.put({"U", "NAME", "G", "O", {}, "", {}});
    EXPECT_TRUE(here_.users.find("U"));
  }
  EXPECT_FALSE(here_.users.find("U"));
}

TEST(Remembered, WhatAnotherProcessWroteIsSeen) {
  test_support::TemporaryDirectory folder;
  Store one(folder.file("a.lab"));
  Store two(folder.file("a.lab"));
  SystemRecord system{"SYS1", "zos", "LOCAL", "SYS1", 0};
  Systems(one).add(system);
  SecurityDatabase here(one, system.database_id);
  SecurityDatabase there(two, system.database_id);
  {
    const Savepoint step(one);
    EXPECT_FALSE(here.users.find("U"));
  }
  there.users.put({"U", "NAME", "G", "O", {}, "", {}});
  EXPECT_TRUE(here.users.find("U"));
  const Savepoint step(one);
  EXPECT_TRUE(here.users.find("U"));
}

}  // namespace
}  // namespace ringside::database
