// tests/parser/tso/prompt_test.cpp - the operand that a command lacks, and the command with it.
#include "parser/tso/prompt.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

/// The command with `answer` for the first missing operand, after the item that is asked for.
std::string asked_and_completed(const std::string& text, const std::string& answer) {
  const CommandText command = single_command(text);
  const auto missing = missing_operand(command);
  return missing ? missing->item + ": " + with_operand(command, *missing, answer).text : "nothing is missing";
}

TEST(MissingOperand, IsAskedForByItsNameAndPutIntoItsPlace) {
  EXPECT_EQ(asked_and_completed("ADDUSER", "ANN"), "USERID: ADDUSER ANN ");
  EXPECT_EQ(asked_and_completed("RDEFINE FACILITY", "A.B"), "ENTITY NAME: RDEFINE FACILITY A.B ");
  EXPECT_EQ(asked_and_completed("PERMIT CLASS(FACILITY) ID(ANN)", "A.B"),
            "PROFILE NAME: PERMIT  A.B CLASS(FACILITY) ID(ANN)");
  EXPECT_EQ(asked_and_completed("ADDUSER ANN DFLTGRP", "SYS1"), "DFLTGRP: ADDUSER ANN DFLTGRP(SYS1)");
  EXPECT_EQ(asked_and_completed("ADDUSER ANN DFLTGRP() NAME('X')", "SYS1"),
            "DFLTGRP: ADDUSER ANN DFLTGRP( SYS1 ) NAME('X')");
  EXPECT_EQ(asked_and_completed("RACDCERT ID(ANN) ADDRING", "Ring"), "ADDRING: RACDCERT ID(ANN) ADDRING(Ring)");
}

TEST(MissingOperand, IsNoneInACompleteOrAWrongCommand) {
  for (const char* text : {"ADDUSER ANN", "ADDUSER ANN NONSENSE", "NOSUCH", "", "LISTUSER", "ADDUSER ANN UID("})
    EXPECT_EQ(asked_and_completed(text, "X"), "nothing is missing") << text;
}

TEST(MissingOperand, AsksForASecretByItsOwnNumber) {
  const auto missing = missing_operand(single_command("ADDUSER ANN PASSWORD"));
  ASSERT_TRUE(missing);
  EXPECT_TRUE(missing->secret);
  EXPECT_EQ(missing->question(), (Message{"IKJ56714A", "ENTER PASSWORD -"}));
  EXPECT_EQ(missing_operand(single_command("ADDUSER"))->question(), (Message{"IKJ56700A", "ENTER USERID -"}));
}

}  // namespace
}  // namespace ringside::parser
