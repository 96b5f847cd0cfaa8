// tests/app/prompt/ready_prompt_terminal_test.cpp - the READY prompt for a person at a terminal.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::RunAtATerminal;
using test_support::write_file;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ShellAtATerminal : public testing::Test {
 protected:
  test_support::TemporaryDirectory directory_;
  std::string history_ = directory_.file("history");
  RunAtATerminal shell_{{"shell", "--history", history_}};
};

TEST_F(ShellAtATerminal, CompletesCommands) {
  ASSERT_TRUE(shell_.shows("READY"));
  ASSERT_TRUE(shell_.takes_keys());
  shell_.type("RACD\t");
  ASSERT_TRUE(shell_.shows("RACDCERT ")) << shell_.screen();
}

TEST_F(ShellAtATerminal, DropsALineAtCtrlCAndGoesOn) {
  ASSERT_TRUE(shell_.shows("READY"));
  ASSERT_TRUE(shell_.takes_keys());
  shell_.type("NOSUCH");
  ASSERT_TRUE(shell_.shows("NOSUCH"));
  shell_.type("\x03");
  ASSERT_TRUE(shell_.shows("READY")) << shell_.screen();
  shell_.type("LISTUSER IBMUSER\n");
  ASSERT_TRUE(shell_.shows("USER=IBMUSER")) << shell_.screen();
  ASSERT_TRUE(shell_.shows("READY"));
  ASSERT_TRUE(shell_.takes_keys());
  shell_.type("\x04");
  EXPECT_EQ(shell_.status(), 0) << shell_.screen();
  EXPECT_THAT(shell_.screen(), Not(HasSubstr("IKJ56500I")));
}

TEST_F(ShellAtATerminal, BringsAnEarlierLineBackAndKeepsNoPassword) {
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("LISTUSER IBMUSER\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("ADDUSER WEB PASSWORD(SECRET1)\n");
  ASSERT_TRUE(shell_.shows("READY"));
  ASSERT_TRUE(shell_.takes_keys());
  shell_.type("\x1b[A\n");
  ASSERT_TRUE(shell_.shows("USER=IBMUSER")) << shell_.screen();
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("END\n");
  EXPECT_EQ(shell_.status(), 0);
  EXPECT_THAT(read_file(history_), AllOf(HasSubstr("LISTUSER"), Not(HasSubstr("SECRET1"))));
}

TEST_F(ShellAtATerminal, KeepsNoPasswordOfASubcommandOrOfAContinuedCommand) {
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":keytool -list -keystore none.p12 -storepass 'SECRET2 ' \n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":tso \"ADDUSER WEB PASSWORD(SECRET3)\"\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("ADDUSER WEB2 PASSWORD( +\nSECRET4)\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("LOGON IBMUSER/SECRET5\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":tso \"LOGON IBMUSER/SECRET6\"\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":export A/B none.p12 --password SECRET7\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("LOGON IBMUSER/ +\nSECRET8\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":lab show\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("END\n");
  (void)shell_.status();
  EXPECT_THAT(read_file(history_), AllOf(HasSubstr(":lab"), Not(HasSubstr("SECRET"))));
}

TEST_F(ShellAtATerminal, AsksForAnExecWhatItPulls) {
  write_file(directory_.file("ask.rexx"), "say 'Which ring?'\nparse pull ring\nsay 'ring' ring\nexit 0\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type(":put " + directory_.file("ask.rexx") + " 'IBMUSER.ASK'\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("EX 'IBMUSER.ASK' EXEC\n");
  ASSERT_TRUE(shell_.shows("Which ring?")) << shell_.screen();
  ASSERT_TRUE(shell_.takes_keys());
  shell_.type("Mine\n");
  ASSERT_TRUE(shell_.shows("ring Mine")) << shell_.screen();
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("END\n");
  EXPECT_EQ(shell_.status(), 0);
}

TEST_F(ShellAtATerminal, FoldsLongMessagesFromTheFirstCommandOn) {
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("RACDCERT DELRING(" + std::string(58, 'X') + ")\n");
  ASSERT_TRUE(shell_.shows("READY"));
  shell_.type("END\n");
  (void)shell_.status();
  EXPECT_THAT(shell_.screen(), HasSubstr(" does\r\nnot exist."));
}

}  // namespace
}  // namespace ringside::app
