// tests/app/prompt/ready_prompt_test.cpp - the READY prompt, on a stream and on a terminal.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Shell, SaysReadyBeforeEachCommand) {
  const auto result = run_ringside({"shell"}, "ADDUSER WEB\nLISTUSER WEB\n");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, AllOf(StartsWith("READY\n"), HasSubstr("\nREADY\nUSER=WEB"), EndsWith("READY\n")));
}

TEST(Shell, EndsWithTheHighestReturnCode) {
  EXPECT_EQ(run_ringside({"shell"}, "RACDCERT DELRING(None)\nADDUSER WEB\nEND\nNOSUCH\n").status, 8);
}

TEST(Shell, RunsTheOtherSubcommands) {
  EXPECT_THAT(run_ringside({"shell"}, ":schema\n").out, HasSubstr("$schema"));
}

TEST(Shell, GoesOnAsAnotherUserWhoMustExist) {
  const auto result = run_ringside({"shell"}, "ADDUSER WEB\n:user WEBB\n:user WEB\nADDUSER OTHER\n");
  EXPECT_THAT(result.error, HasSubstr("did you mean WEB?"));
  EXPECT_THAT(result.out, HasSubstr("NOT AUTHORIZED"));
}

TEST(Shell, SaysWhatIsWrongWithASubcommandAndGoesOn) {
  const auto result = run_ringside({"shell"}, ":nosuch\n:put\nLISTUSER IBMUSER\n");
  EXPECT_THAT(result.out, HasSubstr("USER=IBMUSER"));
  EXPECT_THAT(result.error, AllOf(HasSubstr(":nosuch is unknown"), HasSubstr("required")));
}

TEST(Shell, HelpsFromTheTablesOfTheParser) {
  const auto result = run_ringside({"shell"}, "HELP\nHELP RACDCERT GENCERT\n? NOSUCH\n");
  EXPECT_THAT(result.out, AllOf(HasSubstr("Commands ("), HasSubstr("SUBJECTSDN("), HasSubstr("No help for NOSUCH.")));
}

TEST(Shell, IsNotForMachines) {
  EXPECT_EQ(run_ringside({"--json", "shell"}, "").status, 64);
}

}  // namespace
}  // namespace ringside::app
