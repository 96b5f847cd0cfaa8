// tests/parser/scripts/zowe_command_test.cpp - command lines of Zowe CLI.
#include "parser/scripts/zowe_command.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

TEST(ZoweCommand, IssuesATsoCommand) {
  EXPECT_EQ(zowe_tso_command({"zowe", "zos-tso", "issue", "command", "LU A"}), "LU A");
  EXPECT_EQ(zowe_tso_command({"zowe", "tso", "issue", "cmd", "--ssm", "-a", "ACCT", "--host=h", "LU A"}), "LU A");
}

TEST(ZoweCommand, AnythingElseIsNone) {
  EXPECT_FALSE(zowe_tso_command({"zowe", "tso", "issue", "command"}));
  EXPECT_FALSE(zowe_tso_command({"zowe", "tso", "issue", "command", "LU", "A"}));
  EXPECT_FALSE(zowe_tso_command({"zowe", "tso", "issue", "command", "LU A", "--rfj"}));
  EXPECT_FALSE(zowe_tso_command({"zowe", "jobs", "submit", "lf", "x"}));
  EXPECT_FALSE(zowe_tso_command({}));
}

}  // namespace
}  // namespace ringside::parser
