// tests/parser/tso/prompt_test.cpp - the operand that a command lacks or that is not valid, and the command with it.
#include "parser/tso/prompt.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

/// The command with `answer` for the first operand that is asked for, after its item.
std::string asked_and_completed(const std::string& text, const std::string& answer) {
  const CommandText command = single_command(text);
  const auto missing = operand_to_ask(command);
  return missing ? missing->item + ": " + with_operand(command, *missing, answer).text : "nothing is missing";
}

TEST(AskedOperand, IsAskedForByItsNameAndPutIntoItsPlace) {
  EXPECT_EQ(asked_and_completed("ADDUSER", "ANN"), "USERID: ADDUSER ANN ");
  EXPECT_EQ(asked_and_completed("RDEFINE FACILITY", "A.B"), "ENTITY NAME: RDEFINE FACILITY A.B ");
  EXPECT_EQ(asked_and_completed("PERMIT CLASS(FACILITY) ID(ANN)", "A.B"),
            "PROFILE NAME: PERMIT  A.B CLASS(FACILITY) ID(ANN)");
  EXPECT_EQ(asked_and_completed("ADDUSER ANN DFLTGRP", "SYS1"), "DFLTGRP: ADDUSER ANN DFLTGRP(SYS1)");
  EXPECT_EQ(asked_and_completed("ADDUSER ANN DFLTGRP() NAME('X')", "SYS1"),
            "DFLTGRP: ADDUSER ANN DFLTGRP( SYS1 ) NAME('X')");
  EXPECT_EQ(asked_and_completed("RACDCERT ID(ANN) ADDRING", "Ring"), "ADDRING: RACDCERT ID(ANN) ADDRING(Ring)");
}

TEST(AskedOperand, IsNoneInACompleteOrAWrongCommand) {
  for (const char* text : {"ADDUSER ANN", "NOSUCH", "", "LISTUSER"})
    EXPECT_EQ(asked_and_completed(text, "X"), "nothing is missing") << text;
}

TEST(AskedOperand, AsksForASecretByItsOwnNumber) {
  const auto missing = operand_to_ask(single_command("ADDUSER ANN PASSWORD"));
  ASSERT_TRUE(missing);
  EXPECT_TRUE(missing->secret);
  EXPECT_EQ(missing->question(), (Message{"IKJ56714A", "ENTER PASSWORD -"}));
  EXPECT_EQ(operand_to_ask(single_command("ADDUSER"))->question(), (Message{"IKJ56700A", "ENTER USERID -"}));
}

TEST(AskedOperand, IsAskedForAgainIfItIsNotValid) {
  EXPECT_EQ(asked_and_completed("ADDUSER ANN NONSENSE OWNER(IBMUSER)", "SPECIAL"),
            "KEYWORD: ADDUSER ANN SPECIAL OWNER(IBMUSER)");
  EXPECT_EQ(asked_and_completed("ADDUSER TOOLONGNAME NAME('X')", "ANN"), "USERID: ADDUSER ANN NAME('X')");
  EXPECT_EQ(asked_and_completed("RACDCERT ID(ANN) ADDRNG(Ring)", "ADDRING"), "KEYWORD: RACDCERT ID(ANN) ADDRING(Ring)");
  const auto asked = operand_to_ask(single_command("ADDUSER ANN NONSENSE"));
  ASSERT_TRUE(asked && asked->refusal);
  EXPECT_EQ(asked->refusal->messages.front(), (Message{"IKJ56712I", "INVALID KEYWORD, NONSENSE"}));
  EXPECT_EQ(asked->question(), (Message{"IKJ56703A", "REENTER THIS OPERAND -"}));
}

}  // namespace
}  // namespace ringside::parser
