// tests/app/prompt/ready_prompt_terminal_test.cpp - the READY prompt for a person at a terminal.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::RunAtATerminal;
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

}  // namespace
}  // namespace ringside::app
