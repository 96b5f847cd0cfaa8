// tests/emulator/database/passwords_test.cpp - the passwords of users.
#include "emulator/database/passwords.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

class PasswordsTest : public TwoDatabases {
 protected:
  PasswordsTest() {
    here_.groups.put({"SYS1", "", "IBMUSER", {}, "", {}});
    here_.users.put({"USER1", "UNKNOWN", "SYS1", "IBMUSER", {}, "", {}});
  }
};

TEST_F(PasswordsTest, AUserHasTheOneThatWasGivenLast) {
  EXPECT_FALSE(here_.passwords.find("USER1"));
  here_.passwords.put("USER1", {{1}, {2}, 3});
  here_.passwords.put("USER1", {{4}, {5}, 6});
  const auto kept = here_.passwords.find("USER1");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->salt, base::Bytes{4});
  EXPECT_EQ(kept->hash, base::Bytes{5});
  EXPECT_EQ(kept->iterations, 6);
  EXPECT_FALSE(there_.passwords.find("USER1"));
}

TEST_F(PasswordsTest, AChangedUserKeepsItAndADeletedOneDoesNot) {
  here_.passwords.put("USER1", {{1}, {2}, 3});
  here_.users.put({"USER1", "ANOTHER NAME", "SYS1", "IBMUSER", {}, "", {}});
  EXPECT_TRUE(here_.passwords.find("USER1"));
  here_.users.remove("USER1");
  EXPECT_FALSE(here_.passwords.find("USER1"));
}

}  // namespace
}  // namespace ringside::database
