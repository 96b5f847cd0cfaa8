// tests/emulator/jes/submit_test.cpp - the flow of jobs: steps, COND, abends, errors, users, faults.
#include "emulator/jes/submit.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Submit : public test_support::JobTest {};

TEST_F(Submit, RunsTsoCommandsOfAStepAndKeepsTheirResults) {
  const auto job = run_steps(tso_step("S1", " ADDGROUP IZUADMIN\n RACDCERT ADDRING(R)\n"));
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_EQ(job.id, "JOB00001");
  EXPECT_EQ(job.user, "IBMUSER");
  ASSERT_EQ(job.steps.size(), 1u);
  EXPECT_EQ(job.steps[0].program, "IKJEFT01");
  ASSERT_EQ(job.steps[0].commands.size(), 2u);
  EXPECT_EQ(job.steps[0].commands[0].command, "ADDGROUP IZUADMIN");
  EXPECT_TRUE(lab_.session().database.groups.find("IZUADMIN"));
}

TEST_F(Submit, GivesEachJobTheNextNumberOfItsSystem) {
  const std::string one = "//A JOB 1\n//S EXEC PGM=IEFBR14\n";
  const auto jobs = submit(one + one);
  ASSERT_EQ(jobs.size(), 2u);
  EXPECT_EQ(jobs[0].id, "JOB00001");
  EXPECT_EQ(jobs[1].id, "JOB00002");
  EXPECT_EQ(submit(one)[0].id, "JOB00003");
}

TEST_F(Submit, PutsTheSpoolInTheOrderOfJes2) {
  const auto job = run_steps(tso_step("S1", " PROFILE\n") + "//S2 EXEC PGM=IEFBR14\n" + tso_step("S3", " PROFILE\n"));
  std::vector<std::string> names;
  for (const SpoolFile& file : job.spool) names.push_back(file.step + "." + file.dd);
  EXPECT_THAT(names, ElementsAre("JES2.JESMSGLG", "JES2.JESJCL", "JES2.JESYSMSG", "S1.SYSTSPRT", "S3.SYSTSPRT"));
}

TEST_F(Submit, EndsWithTheHighestConditionCode) {
  const auto job = run_steps(tso_step("S1", " NOSUCH\n") + tso_step("S2", " PROFILE\n"));
  EXPECT_EQ(job.condition_code(), 12);
  EXPECT_EQ(job.status_text(), "CC 0012");
}

TEST_F(Submit, ReadsSystsinOfAStepThatHasNoneAsEmpty) {
  const auto job = run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n");
  EXPECT_EQ(file(job, "SYSTSPRT"), "READY\nEND\n");
}

TEST_F(Submit, RunsTheCommandOfParmFirst) {
  const auto job = run_steps(
      "//S1 EXEC PGM=IKJEFT01,PARM='ADDGROUP FIRST'\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n ADDGROUP SECOND\n/*\n");
  ASSERT_EQ(job.steps[0].commands.size(), 2u);
  EXPECT_EQ(job.steps[0].commands[0].command, "ADDGROUP FIRST");
}

TEST_F(Submit, StopsUnderIkjeft1aAndGoesOnUnderIkjeft01) {
  EXPECT_EQ(run_steps(tso_step("S1", " NOSUCH\n PROFILE\n", "", "IKJEFT1A")).condition_code(), 12);
  EXPECT_EQ(run_steps(tso_step("S1", " NOSUCH\n PROFILE\n")).condition_code(), 0);
}

TEST_F(Submit, SaysWhenTheOutputOfAStepIsLost) {
  const auto job = run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n PROFILE\n/*\n");
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("SYSTSPRT")));
  const auto meant = run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD DUMMY\n//SYSTSIN DD *\n PROFILE\n/*\n");
  EXPECT_THAT(meant.steps[0].diagnostics, IsEmpty());
}

// COND

TEST_F(Submit, BypassesAStepWhoseTestIsTrue) {
  const auto job = run_steps(tso_step("S1", " NOSUCH\n") + tso_step("S2", " ADDGROUP G\n", ",COND=(0,NE)") +
                             tso_step("S3", " ADDGROUP H\n", ",COND=(12,LT)"));
  EXPECT_THAT(statuses(job), ElementsAre("CC 0012", "BYPASSED", "CC 0000"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEF202I TEST S2 - STEP WAS NOT RUN BECAUSE OF CONDITION CODES\n"
                                               "IEF272I TEST S2 - STEP WAS NOT EXECUTED.\n"));
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
  EXPECT_TRUE(lab_.session().database.groups.find("H"));
}

TEST_F(Submit, BypassesAllThatFollowsWhenTheTestOfTheJobIsTrue) {
  const auto job = run("//TEST JOB 1,COND=(4,LE)\n" + tso_step("S1", " PROFILE\n") + tso_step("S2", " NOSUCH\n") +
                       tso_step("S3", " PROFILE\n") + tso_step("S4", " PROFILE\n", ",COND=EVEN"));
  EXPECT_THAT(statuses(job), ElementsAre("CC 0000", "CC 0012", "BYPASSED", "BYPASSED"));
}

TEST_F(Submit, AbendsOnAMissingProgramAndFlushesWhatFollows) {
  const auto job = run_steps("//S1 EXEC PGM=IEBCOPY\n" + tso_step("S2", " PROFILE\n") +
                             tso_step("S3", " PROFILE\n", ",COND=EVEN") + tso_step("S4", " PROFILE\n", ",COND=ONLY"));
  EXPECT_EQ(job.status_text(), "ABEND S806");
  EXPECT_THAT(statuses(job), ElementsAre("ABEND S806", "FLUSHED", "CC 0000", "CC 0000"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("IEF450I TEST S1 - ABEND=S806 U0000 REASON=00000004\n"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEF272I TEST S2 - STEP WAS NOT EXECUTED.\n"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("no program IEBCOPY")));
}

TEST_F(Submit, RunsAStepWithOnlyAfterAnAbendAlone) {
  EXPECT_THAT(statuses(run_steps(tso_step("S1", " PROFILE\n") + tso_step("S2", " PROFILE\n", ",COND=ONLY"))),
              ElementsAre("CC 0000", "BYPASSED"));
}

TEST_F(Submit, RestartsAtTheStepNamed) {
  const auto job = run("//TEST JOB 1,RESTART=S2\n" + tso_step("S1", " ADDGROUP G\n") + tso_step("S2", " PROFILE\n"));
  ASSERT_EQ(job.steps.size(), 1u);
  EXPECT_EQ(job.steps[0].name, "S2");
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
  EXPECT_EQ(run("//TEST JOB 1,RESTART=S9\n" + tso_step("S1", " PROFILE\n")).status_text(), "JCL ERROR");
}

TEST_F(Submit, OnlyReadsAJobOfTyprunScan) {
  const auto job = run("//TEST JOB 1,TYPRUN=SCAN\n" + tso_step("S1", " ADDGROUP G\n"));
  EXPECT_EQ(job.status, JobStatus::scanned);
  EXPECT_THAT(job.steps, IsEmpty());
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
}

// JCL errors

struct WrongJcl {
  const char* name;
  const char* statements;
  const char* number;
};
class SubmitWrongJcl : public Submit, public testing::WithParamInterface<WrongJcl> {};

TEST_P(SubmitWrongJcl, RunsNothingAndSaysWhereAndWhy) {
  const std::string before = lab_.lab().fingerprint_of_data();
  const auto job = run("//TEST JOB 1\n" + tso_step("S0", " ADDGROUP G\n") + GetParam().statements);
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(job.steps, IsEmpty());
  EXPECT_EQ(lab_.lab().fingerprint_of_data(), before);
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("IEFC452I TEST - JOB NOT RUN - JCL ERROR"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr(" STMT NO. MESSAGE\n"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr(GetParam().number));
  EXPECT_THAT(job.diagnostics, Contains(HasSubstr("line ")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, SubmitWrongJcl,
    testing::Values(WrongJcl{"Procedure", "//S1 EXEC INCMDS,MBR=X\n", "IEFC612I"},
                    WrongJcl{"ProcKeyword", "//S1 EXEC PROC=CCPROC\n", "IEFC612I"},
                    WrongJcl{"SymbolsValue", "//S1 EXEC PGM=IKJEFT01\n//SYSTSIN DD *,SYMBOLS=ALL\n/*\n", "RSD332I"},
                    WrongJcl{"SymbolsElsewhere", "//S1 EXEC PGM=IEFBR14\n//A DD DUMMY,SYMBOLS=JCLONLY\n", "RSD332I"},
                    WrongJcl{"Subsys", "//S1 EXEC PGM=IKJEFT01\n//SYSTSIN DD SUBSYS=X\n", "RSD331I"},
                    WrongJcl{"Parmdd", "//S1 EXEC PGM=IKJEFT01,PARMDD=P\n", "RSD331I"},
                    WrongJcl{"InternalReader", "//S1 EXEC PGM=IKJEFT01\n//O DD SYSOUT=(A,INTRDR)\n", "RSD331I"},
                    WrongJcl{"Include", "// INCLUDE MEMBER=X\n", "RSD362I"},
                    WrongJcl{"UnknownSymbol", "//S1 EXEC PGM=IEFBR14\n//D DD DSN=&HLQ..X,DISP=SHR\n", "RSD333I"},
                    WrongJcl{"UnknownKeyword", "//S1 EXEC PGM=IEFBR14,REGOIN=0M\n", "IEFC630I"},
                    WrongJcl{"WrongCond", "//S1 EXEC PGM=IEFBR14,COND=(4,XX)\n", "RSD332I"},
                    WrongJcl{"CondOfALaterStep", "//S1 EXEC PGM=IEFBR14,COND=(4,LT,S2)\n", "RSD335I"}),
    [](const auto& param) { return std::string(param.param.name); });

TEST_F(Submit, SuggestsTheKeywordThatWasMeant) {
  EXPECT_THAT(run_steps("//S1 EXEC PGM=IEFBR14,REGOIN=0M\n").diagnostics, Contains(HasSubstr("did you mean REGION?")));
}

TEST_F(Submit, RefusesAJobWithoutSteps) {
  EXPECT_THAT(file(run("//TEST JOB 1\n"), "JESYSMSG"), HasSubstr("IEFC607I JOB HAS NO STEPS"));
}

TEST_F(Submit, RunsTheJobsAroundAWrongOne) {
  const auto jobs = submit("//A JOB 1\n//S EXEC PGM=IEFBR14\n//B JOB 1\n//S EXEC X\n//C JOB 1\n//S EXEC PGM=IEFBR14\n");
  ASSERT_EQ(jobs.size(), 3u);
  EXPECT_EQ(jobs[0].status_text(), "CC 0000");
  EXPECT_EQ(jobs[1].status_text(), "JCL ERROR");
  EXPECT_EQ(jobs[2].status_text(), "CC 0000");
}

TEST_F(Submit, LetsARemarkStandForASymbolThatOnlyNotifies) {
  const auto job = run("//TEST JOB 1,NOTIFY=&SYSUUID\n//S EXEC PGM=IEFBR14\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_THAT(job.diagnostics, Contains(HasSubstr("&SYSUUID has no value")));
  EXPECT_THAT(run("//TEST JOB 1,NOTIFY=&SYSUID\n//S EXEC PGM=IEFBR14\n").diagnostics, IsEmpty());
}

// Users

TEST_F(Submit, IssuesCommandsAsTheUserOfTheJob) {
  lab_.must("ADDUSER IZUSVR NOPASSWORD");
  const auto job = run("//TEST JOB 1,USER=IZUSVR\n" + tso_step("S1", " RACDCERT ADDRING(R)\n"));
  EXPECT_EQ(job.user, "IZUSVR");
  EXPECT_EQ(job.steps[0].condition_code, 8);
  EXPECT_THAT(file(job, "SYSTSPRT"), HasSubstr("IRRD101I"));
  EXPECT_THAT(job.diagnostics, Contains(HasSubstr("IZUSVR.SUBMIT")));
  EXPECT_EQ(run("//TEST JOB 1,USER=&SYSUID\n" + tso_step("S1", " PROFILE\n")).user, "IBMUSER");
}

TEST_F(Submit, DoesNotRunAJobOfAUserWhoIsUnknownOrRevoked) {
  const auto unknown = run("//TEST JOB 1,USER=NOBODY\n" + tso_step("S1", " ADDGROUP G\n"));
  EXPECT_EQ(unknown.status_text(), "SEC ERROR");
  EXPECT_THAT(unknown.steps, IsEmpty());
  EXPECT_THAT(file(unknown, "JESMSGLG"), HasSubstr("RSD336I JOB TEST NOT RUN - USER NOBODY IS NOT DEFINED TO RACF"));
  lab_.must("ADDUSER SLEEPER NOPASSWORD");
  lab_.must("ALTUSER SLEEPER REVOKE");
  EXPECT_EQ(run("//TEST JOB 1,USER=SLEEPER\n" + tso_step("S1", " ADDGROUP G\n")).status_text(), "SEC ERROR");
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
}

TEST_F(Submit, WritesWhatRacfDeniesIntoTheJobLog) {
  lab_.must("ADDUSER LOW NOPASSWORD");
  lab_.must("SETROPTS CLASSACT(FACILITY)");
  lab_.must("RDEFINE FACILITY IRR.DIGTCERT.ADDRING UACC(NONE)");
  const auto job = run("//TEST JOB 1,USER=LOW\n" + tso_step("S1", " RACDCERT ADDRING(R)\n"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("ICH408I USER(LOW"));
  EXPECT_THAT(file(job, "SYSTSPRT"), Not(HasSubstr("ICH408I")));
}

TEST_F(Submit, TellsWhenTheUserWasThereBefore) {
  const std::string stream = "//TEST JOB 1\n//S EXEC PGM=IEFBR14\n";
  EXPECT_THAT(file(run(stream), "JESMSGLG"), Not(HasSubstr("ICH70001I")));
  lab_.set_date("2013-05-20");
  EXPECT_THAT(file(run(stream), "JESMSGLG"),
              HasSubstr("ICH70001I IBMUSER  LAST ACCESS AT 12:00:00 ON FRIDAY, MAY 17, 2013"));
}

// Secrets and faults

TEST_F(Submit, ShowsNoPasswordAnywhere) {
  const auto job = run("//TEST JOB 1,USER=IBMUSER,PASSWORD=CANARY7\n" +
                       tso_step("S1", " ADDUSER X PASSWORD(CANARY7)\n RACDCERT ADD('A') +\n  PASSWORD('CANARY7')\n"));
  std::string all = spool(job) + testing::PrintToString(job.diagnostics);
  for (const auto& command : job.steps[0].commands)
    all += command.command + testing::PrintToString(command.diagnostics) + testing::PrintToString(command.shown());
  EXPECT_THAT(all, Not(HasSubstr("CANARY7")));
}

TEST_F(Submit, UndoesTheStepOfAFaultAndEndsTheJobThere) {
  lab_.must("RACDCERT GENCERT SUBJECTSDN(CN('Damaged')) WITHLABEL('Damaged')");
  auto damaged = *lab_.record("IBMUSER", "Damaged");
  damaged.private_key = base::to_bytes("no key");
  lab_.session().database.certificates.replace(damaged);
  const auto job = run_steps(
      tso_step("S1", " ADDGROUP KEPT\n") +
      tso_step(
          "S2",
          " ADDGROUP LOST\n RACDCERT EXPORT(LABEL('Damaged')) +\n  DSN(P12) FORMAT(PKCS12DER) PASSWORD('secret')\n") +
      tso_step("S3", " ADDGROUP NEVER\n", ",COND=EVEN"));
  EXPECT_EQ(job.status_text(), "FAULT");
  EXPECT_THAT(statuses(job), ElementsAre("CC 0000", "FAULT", "FLUSHED"));
  EXPECT_TRUE(lab_.session().database.groups.find("KEPT"));
  EXPECT_FALSE(lab_.session().database.groups.find("LOST"));
  EXPECT_FALSE(lab_.session().database.groups.find("NEVER"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("RSD339I TEST S2 - FAULT OF RINGSIDE, STEP UNDONE: "));
}

}  // namespace
}  // namespace ringside::jes
