// tests/app/commands/run_input_test.cpp - ringside run on procedures, execs and workflows.
#include "app/commands/run_input.hpp"

#include <gmock/gmock.h>

#include "app/program.hpp"
#include "tests/app/run_program.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string workflow =
    "<workflow><variable name='OWNER'><string><default>IZUSVR</default></string></variable>"
    "<variable name='RING'><string/></variable>"
    "<step name='user'><template><inlineTemplate substitution='true'>//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n"
    "//SYSTSIN DD *\n ADDUSER ${instance-OWNER} "
    "NOPASSWORD\n/*</inlineTemplate><submitAs>JCL</submitAs></template></step>"
    "<step name='ring'><template><inlineTemplate substitution='true'>/* REXX */\n"
    "\"RACDCERT ID(${instance-OWNER})\",\n \"ADDRING(${instance-RING})\"\n</inlineTemplate>"
    "<submitAs>TSO-REXX-JCL</submitAs></template></step>"
    "<step name='look'><template><inlineTemplate substitution='true'>tsocmd 'RACDCERT ID(${instance-OWNER}) "
    "LISTRING(*)'\n</inlineTemplate><submitAs>shell-JCL</submitAs></template></step>"
    "<step name='read'><instructions>Read.</instructions></step></workflow>\n";

TEST(RunInput, IssuesTheCommandsOfAProcedureAsTsoDoes) {
  const auto result = run_ringside({"run", "-"},
                                   "#!/bin/sh\nU=IZUSVR\ntsocmd \"ADDUSER $U NOPASSWORD\"\n"
                                   "tsocmd \"RACDCERT ID($U) ADDRING(R)\"\ntsocmd \"RACDCERT ID($U) LISTRING(R)\"\n");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("Digital ring information for user IZUSVR"), Not(HasSubstr("READY"))));
}

TEST(RunInput, RunsNothingOfATextThatItCannotRunWhole) {
  const auto result = run_ringside({"run", "-"}, "#!/bin/sh\ntsocmd 'ADDUSER A NOPASSWORD'\nawk 1\n");
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.error,
              AllOf(HasSubstr("looks like a shell procedure (its #! line)"), HasSubstr("line 3, column 1: ")));
}

TEST(RunInput, SaysWhatItTookATextFor) {
  const auto result = run_ringside({"run", "-"}, "RACDCERT LIST\n");
  EXPECT_EQ(result.status, 16);
  EXPECT_THAT(result.error, AllOf(HasSubstr("is run as JCL"), HasSubstr("'ringside tso'")));
  EXPECT_EQ(run_ringside({"run", "--as", "rexx", "-"}, "say 1; exit 3").status, 3);
  EXPECT_THAT(run_ringside({"run", "--as", "shell", "-"}, "//A JOB 1\n").error, HasSubstr("--as says so"));
  EXPECT_EQ(run_ringside({"run", "--as", "pascal", "-"}, "x").status, 64);
  EXPECT_THAT(run_ringside({"run", "-"}, "#!/bin/sh\n").error, HasSubstr("it has no TSO command"));
}

TEST(RunInput, RunsAWorkflowStepByStep) {
  const auto result = run_ringside({"run", "--variable", "RING=My.Ring", "-"}, workflow);
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, AllOf(HasSubstr("---- IZUWFJB JOB00001 S SYSTSPRT ----"), HasSubstr(">My.Ring<")));
  EXPECT_THAT(result.error, AllOf(HasSubstr("step read has no template"),
                                  HasSubstr("step look of the workflow: complete, 0 (maxRc 0)")));
}

TEST(RunInput, EndsAWorkflowAtTheStepThatFails) {
  const auto result = run_ringside({"run", "--variable", "RING=R", "--variable", "OWNER=IBMUSER", "-"}, workflow);
  EXPECT_EQ(result.status, 8);  // ADDUSER: IBMUSER is there
  EXPECT_THAT(result.error, AllOf(HasSubstr("step user of the workflow: failed, 8 (maxRc 0)"),
                                  HasSubstr("step look of the workflow: not performed")));
  EXPECT_THAT(result.out, Not(HasSubstr("Digital ring")));
}

TEST(RunInput, TellsTheStepsOfAWorkflowAsData) {
  const auto result =
      run_ringside({"--json", "run", "--variable", "RING=R", "--variable", "OWNER=IBMUSER", "-"}, workflow);
  EXPECT_THAT(result.out, AllOf(HasSubstr("\"workflow_step\": \"user\",\n    \"outcome\": \"failed\""),
                                HasSubstr("\"workflow_step\": \"ring\",\n    \"outcome\": \"not performed\"")));
}

TEST(RunInput, FailsAWorkflowAtAJclErrorWhateverItsMaxRc) {
  const std::string wrong =
      "<workflow><step name='s'><template><inlineTemplate>//S EXEC PGM=IEFBR14,NOSUCH=1\n"
      "</inlineTemplate><submitAs maxRc='4095'>JCL</submitAs></template></step></workflow>";
  EXPECT_THAT(run_ringside({"run", "-"}, wrong).error, HasSubstr("step s of the workflow: failed, 16 (maxRc 4095)"));
}

TEST(RunInput, WantsAValueForEachVariableAndAVariableForEachValue) {
  EXPECT_THAT(run_ringside({"run", "-"}, workflow).error,
              AllOf(HasSubstr("step ring: the variable RING has no value"), HasSubstr("--variable NAME=VALUE")));
  EXPECT_THAT(run_ringside({"run", "--variable", "RING=R", "--variable", "OWNR=X", "-"}, workflow).error,
              HasSubstr("did you mean OWNER?"));
  EXPECT_EQ(run_ringside({"run", "--variable", "RING", "-"}, workflow).status, 64);
  EXPECT_EQ(run_ringside({"run", "--variable", "X=1", "-"}, "//A JOB 1\n//S EXEC PGM=IEFBR14\n").status, 64);
}

TEST(RunInput, NamesTheStepWhoseProgramCannotRun) {
  const std::string wrong =
      "<workflow><step name='s'><template><inlineTemplate>tsocmd 'LU'\nperl x\n</inlineTemplate>"
      "<submitAs>shell-JCL</submitAs></template></step></workflow>";
  EXPECT_THAT(run_ringside({"run", "-"}, wrong).error, HasSubstr("step s, template: line 2: perl: command not found"));
}

TEST(RunInput, NamesTheSubcommandForAScenario) {
  const auto result = run_ringside({"run", "-"}, "# mine\nname: N\nsteps:\n  - tso: TIME\n");
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("is a scenario: 'ringside test standard input' plays it"));
}

}  // namespace
}  // namespace ringside::app
