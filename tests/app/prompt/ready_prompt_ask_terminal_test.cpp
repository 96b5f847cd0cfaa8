// tests/app/prompt/ready_prompt_ask_terminal_test.cpp - the prompt asks for missing operands, lists its commands and
// keeps to the width of the window.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"

namespace ringside::app {
namespace {

using test_support::RunAtATerminal;
using testing::HasSubstr;
using testing::Not;

class PromptAtATerminal : public testing::Test {
 protected:
  PromptAtATerminal() { EXPECT_TRUE(shell_.shows("READY")); }

  void type(const std::string& keys) {
    EXPECT_TRUE(shell_.takes_keys());
    shell_.type(keys);
  }
  void expect(const std::string& text) { EXPECT_TRUE(shell_.shows(text)) << text << "\n---\n" << shell_.screen(); }
  void expect_end() {
    type("END\n");
    (void)shell_.status();
  }

  RunAtATerminal shell_{{"shell", "--history", "none"}};
};

TEST_F(PromptAtATerminal, AsksForMissingOperandsAsTSODoes) {
  type("ADDUSER\n");
  expect("IKJ56700A ENTER USERID -");
  type("\n");
  expect("IKJ56700A ENTER USERID -");
  type("ANN NAME('ANN')\n");
  expect("READY");
  type("LISTUSER ANN\n");
  expect("USER=ANN       NAME=ANN");
  expect("READY");
  type("RDEFINE FACILITY\n");
  expect("IKJ56700A ENTER ENTITY NAME -");
  type("?\n");
  expect("ENTITY NAME: NAME OF ENTITY IN SPECIFIED CLASS");
  expect("IKJ56700A ENTER ENTITY NAME -");
  type("SOME.PROFILE\n");
  expect("READY");
  type("RACDCERT ID(ANN) ADDRING\n");
  expect("IKJ56700A ENTER ADDRING -");
  type("Ring.One\n");
  expect("READY");
  type("RACDCERT ID(ANN) LISTRING(*)\n");
  expect(">Ring.One<");
  expect_end();
}

TEST_F(PromptAtATerminal, DropsTheCommandAtCtrlCInAnAnswerOrAContinuation) {
  type("ADDUSER\n");
  expect("IKJ56700A");
  type("\x03");
  expect("READY");
  type("RACDCERT +\n");
  type("\x03");
  expect("READY");
  type("TIME\n");
  expect("IKJ56650I");
  expect_end();
  EXPECT_THAT(shell_.screen(), Not(HasSubstr("Digital certificate information")));
}

TEST_F(PromptAtATerminal, AsksAgainForAnOperandThatIsNotValid) {
  type("ADDUSER ANN SPECAIL\n");
  expect("IKJ56712I INVALID KEYWORD, SPECAIL");
  expect("did you mean SPECIAL?");
  expect("IKJ56703A REENTER THIS OPERAND -");
  type("SPECIAL\n");
  expect("READY");
  type("LISTUSER ANN\n");
  expect("ATTRIBUTES=SPECIAL");
  expect_end();
}

TEST_F(PromptAtATerminal, AsksNothingAfterProfileNoprompt) {
  type("PROFILE NOPROMPT\n");
  expect("READY");
  type("ADDUSER\n");
  expect("IKJ56701I MISSING USERID+");
  expect("READY");
  type("PROFILE PROMPT\n");
  expect("READY");
  type("ADDUSER\n");
  expect("IKJ56700A ENTER USERID -");
  type("\x03");
  expect("READY");
  expect_end();
  EXPECT_THAT(shell_.screen(), HasSubstr("return code 8: ADDUSER"));
}

TEST_F(PromptAtATerminal, AsksForASecretWithoutShowingIt) {
  type("ADDUSER ANN PASSWORD\n");
  expect("IKJ56714A ENTER PASSWORD -");
  ASSERT_TRUE(shell_.hides_keys());
  shell_.type("HUNTER2\n");
  expect("READY");
  type("LISTUSER ANN\n");
  expect("USER=ANN");
  expect_end();
  EXPECT_THAT(shell_.screen(), Not(HasSubstr("HUNTER2")));
}

TEST_F(PromptAtATerminal, ListsItsCommandsAndNamesTheNeighbourOfAnUnknownOne) {
  type(":help\n");
  expect(":trust ");
  expect(":system ");
  expect("READY");
  type(":trsut\n");
  expect(":trsut is unknown; did you mean trust?");
  expect("READY");
  type(":zzzzzz\n");
  expect(":zzzzzz is unknown; :help lists what is known");
  expect_end();
}

TEST_F(PromptAtATerminal, ShowsHelp) {
  type("HELP\n");
  expect("The tab key completes");
  expect("ADDUSER  defines users");
  expect("READY");
  type("H RACDCERT CONNECT\n");
  expect("RACDCERT CONNECT - puts a certificate on a key ring");
  expect_end();
}

TEST_F(PromptAtATerminal, KeepsToTheWidthOfTheWindow) {
  type("HELP\n");
  expect("LISTCAT");
  type(":help\n");
  expect(":system ");
  expect("READY");
  type("ADDUZER ANN\n");
  expect("READY");
  expect_end();
  std::istringstream screen(shell_.screen());
  for (std::string line; std::getline(screen, line);) EXPECT_LE(line.size(), 81U) << line;
}

}  // namespace
}  // namespace ringside::app
