// tests/server/services/workflows/workflow_start_test.cpp - automated steps run as the caller, until one stops them.
#include "server/services/workflows/workflow_start.hpp"

#include "tests/server/services/workflows/workflow_test.hpp"

namespace ringside::services {
namespace {

using test_support::step;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string addring = "tsocmd \"RACDCERT ADDRING(One)\"\n";
const std::string job =
    "//RINGS EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n RACDCERT ADDRING(Two)\n/*\n";
const std::string fails = "tsocmd \"RACDCERT ADDRING(One)\"\n";

class WorkflowStart : public test_support::WorkflowTest {
 protected:
  bool has_ring(const std::string& name) { return lab_.session().database.rings.find("IBMUSER", name).has_value(); }
};

TEST_F(WorkflowStart, PerformsJobsCommandsExecsAndScriptsInTheirOrder) {
  const std::string key = make(step("one", addring) + step("two", job, "JCL") +
                               step("three", "/* REXX */\n\"RACDCERT ADDRING(Three)\"\n", "TSO-REXX-JCL") +
                               step("four", "set -e\nmkdir -p /tmp/x\ntsocmd \"RACDCERT ADDRING(Four)\"\n"));
  EXPECT_EQ(status(key), "in-progress");
  const auto started = start(key);
  EXPECT_EQ(started.status, 202U) << started.body;
  EXPECT_EQ(started.body, "");
  for (const char* ring : {"One", "Two", "Three", "Four"}) EXPECT_TRUE(has_ring(ring)) << ring;
  EXPECT_EQ(status(key), "complete");
  EXPECT_THAT(properties(key),
              AllOf(HasSubstr("IZUWF0162I: Automation processing for workflow \\\"flow\\\" is complete."),
                    HasSubstr("\"percentComplete\":100"), HasSubstr("\"jobname\":\"IZUWFJB\""),
                    HasSubstr("\"retcode\":\"CC 0000\""), HasSubstr("\"ddname\":\"JESMSGLG\""),
                    Not(HasSubstr("\"id\":1,")), HasSubstr("\"currentStepName\":null")));
}

TEST_F(WorkflowStart, StopsAtAStepThatFailsAndGoesOnThereLater) {
  lab_.must("RACDCERT ADDRING(One)");
  const std::string key = make(step("one", fails) + step("two", job, "JCL"));
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_FALSE(has_ring("Two"));
  EXPECT_EQ(status(key), "in-progress");
  EXPECT_THAT(properties(key),
              AllOf(HasSubstr("\"state\":\"Failed\""), HasSubstr("\"currentStepName\":\"one\""),
                    HasSubstr("RSD510E: Automation processing for workflow flow failed: step one ended "
                              "with 8 (maxRc 0)"),
                    HasSubstr("\"returnCode\":\"0008\"")));
  lab_.must("RACDCERT DELRING(One)");
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_TRUE(has_ring("Two"));
  EXPECT_EQ(status(key), "complete");
}

TEST_F(WorkflowStart, StopsAtAStepForAPerson) {
  const std::string key = make(step("one", addring) +
                               "<step name='look'><title>Look at it</title><instructions>Look.</instructions></step>" +
                               step("two", job, "JCL"));
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_TRUE(has_ring("One"));
  EXPECT_FALSE(has_ring("Two"));
  EXPECT_THAT(
      properties(key),
      AllOf(HasSubstr("IZUWF0145E: Automation processing for the workflow \\\"flow\\\" stopped at step \\\"Look at "
                      "it\\\". This step cannot be performed automatically."),
            HasSubstr("\"currentStepNumber\":\"2\""), HasSubstr("\"percentComplete\":33")));
  EXPECT_EQ(start(key, {{"stepName", "two"}}).status, 202U);
  EXPECT_TRUE(has_ring("Two"));
}

TEST_F(WorkflowStart, PerformsOneStepOnly) {
  const std::string key = make(step("one", addring) + step("two", job, "JCL"));
  EXPECT_EQ(start(key, {{"stepName", "one"}, {"performSubsequent", false}}).status, 202U);
  EXPECT_TRUE(has_ring("One"));
  EXPECT_FALSE(has_ring("Two"));
}

TEST_F(WorkflowStart, NumbersStepsBelowOthersAndWaitsForThoseThatTheyNeed) {
  const std::string waits = "<prereqStep name='one'/><autoEnable>true</autoEnable>";
  const std::string key =
      make("<step name='all'><title>All</title>" + step("two", job, "JCL", waits) + step("one", addring) + "</step>");
  EXPECT_THAT(properties(key), AllOf(HasSubstr("\"stepNumber\":\"1.2\""), HasSubstr("\"state\":\"Not Ready\"")));
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_FALSE(has_ring("Two"));  // the step that it needs comes later
  EXPECT_EQ(start(key, {{"stepName", "one"}, {"performSubsequent", false}}).status, 202U);
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_TRUE(has_ring("Two"));
  EXPECT_EQ(status(key), "complete");
}

TEST_F(WorkflowStart, HandsVariablesOfAStepToThoseAfterIt) {
  const std::string sets =
      "<step name='set'><autoEnable>true</autoEnable><template><inlineTemplate>echo \"VAR: RING = Given\"\n"
      "</inlineTemplate><submitAs>TSO-UNIX-shell</submitAs><outputVariablesPrefix>VAR:</outputVariablesPrefix>"
      "</template></step>";
  const std::string variable = "<variable name='RING'><string><default>Default</default></string></variable>";
  const std::string uses = step("use", "tsocmd \"RACDCERT ADDRING(${instance-RING})\"\n");
  const std::string key = make(variable + sets + uses);
  EXPECT_EQ(start(key, {{"performSubsequent", false}}).status, 202U);
  EXPECT_THAT(properties(key), HasSubstr("\"value\":\"Given\""));
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_TRUE(has_ring("Given"));
}

TEST_F(WorkflowStart, SettlesConflictsOfVariablesAsTheRequestSays) {
  const std::string sets =
      "<variable name='RING'><string><default>Default</default></string></variable>"
      "<step name='set'><autoEnable>true</autoEnable><template><inlineTemplate>echo \"VAR: RING = Given\"\n"
      "</inlineTemplate><submitAs>TSO-UNIX-shell</submitAs><outputVariablesPrefix>VAR:</outputVariablesPrefix>"
      "</template></step>";
  const std::string kept = make(sets);
  EXPECT_EQ(start(kept, {{"resolveConflictByUsing", "existingValue"}}).status, 202U);
  EXPECT_THAT(properties(kept), HasSubstr("\"value\":\"Default\""));
  EXPECT_EQ(status(kept), "complete");
  send("DELETE", workflows + "/" + kept);
  const std::string left = make(sets);
  EXPECT_EQ(start(left, {{"resolveConflictByUsing", "leaveConflict"}}).status, 202U);
  EXPECT_THAT(properties(left),
              AllOf(HasSubstr("the variable RING has another value already"), HasSubstr("\"state\":\"Failed\"")));
}

TEST_F(WorkflowStart, LeavesStepsOutByTheirConditions) {
  const std::string never =
      "<autoEnable>true</autoEnable><condition><expression>1 == 1</expression>"
      "<targetState>skipped</targetState></condition>";
  const std::string key = make(step("never", addring, "shell-JCL", never) + step("two", job, "JCL"));
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_FALSE(has_ring("One"));
  EXPECT_THAT(properties(key), HasSubstr("\"state\":\"Skipped\""));
  EXPECT_EQ(status(key), "complete");
}

TEST_F(WorkflowStart, DeletesJobsThatSucceededWhereAsked) {
  const std::string key = make(step("two", job, "JCL"), {{"deleteCompletedJobs", true}});
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_EQ(status(key), "complete");
  EXPECT_TRUE(lab_.lab().jobs().of("SYS1").empty());
}

TEST_F(WorkflowStart, RefusesWhatItCannotPerform) {
  EXPECT_EQ(start("none").status, 404U);
  EXPECT_THAT(start("none").body, HasSubstr("IZUWF5001W: The workflow key \\\"none\\\" was not found."));
  const std::string manual = make(step("one", addring, "shell-JCL", ""));
  EXPECT_THAT(start(manual).body, HasSubstr("it has no automated step"));
  EXPECT_THAT(start(manual, {{"stepName", "none"}}).body, HasSubstr("the workflow has no step none"));
  EXPECT_EQ(start(manual, {{"resolveConflictByUsing", "luck"}}).status, 400U);
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  EXPECT_THAT(start(manual).body, HasSubstr("its steps belong to IBMUSER, not to USER1"));
  EXPECT_FALSE(has_ring("One"));
}

TEST_F(WorkflowStart, AStepOfAnotherUserNeedsTheirPermission) {
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  const std::string key =
      make(step("two", "//A JOB 1,USER=IBMUSER\n//S EXEC PGM=IEFBR14\n", "JCL"), {{"owner", "USER1"}});
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_THAT(properties(key), AllOf(HasSubstr("ended: SEC ERROR"), Not(HasSubstr("\"state\":\"Complete\""))));
}

}  // namespace
}  // namespace ringside::services
