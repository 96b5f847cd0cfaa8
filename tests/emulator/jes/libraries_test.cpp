// tests/emulator/jes/libraries_test.cpp - jobs with symbols, procedures, INCLUDE groups, DDNAME and IF, as they run.
#include "emulator/jes/libraries.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Procedures : public test_support::JobTest {
 protected:
  Procedures() {
    const auto added = libraries_.add("MY.PROCLIB", folder_.path());
    if (!added) throw std::logic_error(added.error());
  }
  void member(const std::string& name, const std::string& text) { std::ofstream(folder_.path() / name) << text; }
  jes::JobResult run_with_library(const std::string& statements) {
    auto jobs = jes::submit(lab_.session(), "//TEST JOB 1\n// JCLLIB ORDER=MY.PROCLIB\n" + statements, libraries_);
    return std::move(jobs.at(0));
  }
  /// The commands of all steps that ran, in order.
  static std::vector<std::string> commands(const jes::JobResult& job) {
    std::vector<std::string> all;
    for (const auto& step : job.steps)
      for (const auto& command : step.commands) all.push_back(command.command);
    return all;
  }

  test_support::TemporaryDirectory folder_;
  Libraries libraries_;
};

const std::string tso = "EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n";

// Symbols

TEST_F(Procedures, SetTakesEffectFromWhereItStands) {
  const auto job = run_steps(
      "// SET CMD='LISTUSER',WHO=SYS1  a comment\n//S1 EXEC PGM=IKJEFT01,PARM='&CMD IBMUSER'\n"
      "// SET CMD=LISTGRP\n//S2 EXEC PGM=IKJEFT01,PARM='&CMD &WHO'\n");
  EXPECT_THAT(commands(job), ElementsAre("LISTUSER IBMUSER", "LISTGRP SYS1"));
  EXPECT_THAT(file(job, "JESJCL"), HasSubstr("IEFC653I SUBSTITUTION JCL - PGM=IKJEFT01,PARM='LISTUSER IBMUSER'\n"));
}

TEST_F(Procedures, ASymbolIsAJclErrorBeforeItsSet) {
  const auto job = run_steps("//S1 EXEC PGM=IEFBR14\n//D DD DSN=&HLQ..X,DISP=SHR\n// SET HLQ=A\n");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("        3 RSD333I THE SYMBOL &HLQ HAS NO VALUE"));
}

TEST_F(Procedures, AValueMayEndTheOperandsByABlank) {
  // "Coding symbols in comments": TIME is part of a comment afterwards
  const auto job = run_steps("// SET CONT='  '\n//S1 EXEC PGM=IEFBR14&CONT,TIM=&T\n");
  EXPECT_THAT(file(job, "JESYSMSG"), Not(HasSubstr("IEFC630I")));
}

TEST_F(Procedures, InStreamDataIsSubstitutedOnlyOnRequestAndWithWhatIsExported) {
  const std::string set = "// EXPORT SYMLIST=(G)\n// SET G=GRP1,H=GRP2\n";
  const std::string data = " ADDGROUP &G\n LISTGRP &H.\n LISTUSER &SYSUID\n/*\n";
  const auto plain = run_steps(set + "//S1 " + tso + "//SYSTSIN DD *\n" + data);
  EXPECT_THAT(commands(plain), ElementsAre("ADDGROUP &G", "LISTGRP &H.", "LISTUSER &SYSUID"));
  const auto job = run_steps(set + "//S1 " + tso + "//SYSTSIN DD *,SYMBOLS=JCLONLY\n" + data);
  EXPECT_THAT(commands(job), ElementsAre("ADDGROUP GRP1", "LISTGRP &H.", "LISTUSER IBMUSER"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("&H stays as it is")));
}

// JCL Reference, EXPORT statement, example 2.
TEST_F(Procedures, InStreamDataOfAStepSeesASetBehindItsExec) {
  const std::string in = "//SYSTSIN DD *,SYMBOLS=JCLONLY\n LISTGRP &A &B\n/*\n";
  const auto job = run_steps("// EXPORT SYMLIST=(A)\n// SET A=ONE\n//S1 " + tso + in + "//S2 " + tso + in +
                             "// SET A=TWO\n// EXPORT SYMLIST=B\n//S3 " + tso + in + "//S4 " + tso + in +
                             "// SET B=THREE\n//S5 " + tso + in);
  EXPECT_THAT(commands(job),
              ElementsAre("LISTGRP ONE &B", "LISTGRP TWO", "LISTGRP TWO", "LISTGRP TWO THREE", "LISTGRP TWO THREE"));
}

TEST_F(Procedures, ASetBehindACallIsNotSeenInTheProcedure) {
  const std::string in = "//SYSTSIN DD *,SYMBOLS=JCLONLY\n LISTGRP &A\n/*\n";
  const auto job = run_steps("//P PROC\n//P1 " + tso + in + "//P2 " + tso + in +
                             "// PEND\n// EXPORT SYMLIST=A\n// SET A=ONE\n//S1 EXEC P\n// SET A=TWO\n//S2 " + tso + in);
  EXPECT_THAT(commands(job), ElementsAre("LISTGRP ONE", "LISTGRP ONE", "LISTGRP TWO"));
}

TEST_F(Procedures, SystemSymbolsNeedExecsys) {
  const auto job = run_steps("//S1 " + tso + "//SYSTSIN DD *,SYMBOLS=EXECSYS\n LISTUSER &SYSNAME\n/*\n");
  EXPECT_THAT(commands(job), ElementsAre("LISTUSER SYS1"));
  const auto without = run_steps("//S1 " + tso + "//SYSTSIN DD *,SYMBOLS=JCLONLY\n LISTUSER &SYSNAME\n/*\n");
  EXPECT_THAT(commands(without), ElementsAre("LISTUSER &SYSNAME"));
}

TEST_F(Procedures, ARecordThatGrowsBeyond80ColumnsFailsTheStep) {
  const auto job = run_steps("// EXPORT SYMLIST=*\n// SET V='" + std::string(50, 'x') + "'\n//S1 " + tso +
                             "//SYSTSIN DD *,SYMBOLS=JCLONLY\n PROFILE " + std::string(60, 'y') + " &V\n/*\n");
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("RSD337I TEST S1 SYSTSIN"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("line 7")));
}

// DDNAME

TEST_F(Procedures, DdnameTakesTheLaterDdThatASymbolChooses) {
  const std::string blocks =
      "//SYSTSIN DD DDNAME=&PRODUCT\n//RACF DD *\n LISTUSER IBMUSER\n/*\n//ACF2 DD *\n ACF\n/*\n";
  EXPECT_THAT(commands(run_steps("// SET PRODUCT=RACF\n//S1 " + tso + blocks)), ElementsAre("LISTUSER IBMUSER"));
  EXPECT_THAT(commands(run_steps("// SET PRODUCT=ACF2\n//S1 " + tso + blocks)), ElementsAre("ACF"));
  const auto job = run_steps("// SET PRODUCT=TSS\n//S1 " + tso + blocks);
  EXPECT_THAT(commands(job), IsEmpty());
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_THAT(file(job, "JESYSMSG"),
              HasSubstr("IEF686I DDNAME REFERRED TO ON DDNAME KEYWORD IN PRIOR STEP WAS NOT RESOLVED"));
}

TEST_F(Procedures, DdnameTakesAConcatenationAlong) {
  const auto job = run_steps("//S1 " + tso +
                             "//SYSTSIN DD DDNAME=IN\n//X DD DUMMY\n//IN DD *\n LISTUSER\n/*\n"
                             "// DD *\n LISTGRP\n/*\n");
  EXPECT_THAT(commands(job), ElementsAre("LISTUSER", "LISTGRP"));
}

// Procedures

TEST_F(Procedures, AreListedAndRunWithTheChangesOfTheirCaller) {
  member("certs.jcl",
         "//CERTS    PROC CN='Default CA',RING=DEFRING\n//* of the procedure\n//MAKE     EXEC PGM=IKJEFT01,REGION=0M\n"
         "//SYSTSPRT DD SYSOUT=*\n//SYSTSIN  DD DUMMY\n//EXTRA    DD DUMMY\n"
         "//CHECK    EXEC PGM=IKJEFT01,COND=(0,NE,MAKE),\n//             PARM='RACDCERT LISTRING(&RING) ID(IBMUSER)'\n"
         "//SYSTSPRT DD SYSOUT=*\n//SYSTSIN  DD DUMMY\n//MAYBE    IF (MAKE.RC = 0 & CHECK.RC > 4) THEN\n"
         "//LAST     EXEC PGM=IEFBR14\n//         ENDIF\n//         PEND\n");
  const auto job = run_with_library(
      "//         EXPORT SYMLIST=(CN,RING)\n//CALL     EXEC CERTS,CN='Jupiter CA',RING=R1,COND.CHECK=(4,LT,MAKE)\n"
      "//MAKE.SYSTSIN DD *,SYMBOLS=JCLONLY\n RACDCERT ADDRING(&RING.)\n LISTGRP (&CN.)\n/*\n//ADDED    DD DUMMY\n");
  EXPECT_THAT(statuses(job), ElementsAre("CC 0004", "CC 0000", "BYPASSED"));
  test_support::expect_golden("jes/procedure.txt", spool(job));
}

TEST_F(Procedures, InTheJobMayBeCalledSeveralTimes) {
  const auto job = run_steps(
      "//P PROC CMD=LISTUSER\n//A EXEC PGM=IKJEFT01,PARM='&CMD'\n// PEND\n//S1 EXEC P\n"
      "//S2 EXEC PROC=P,CMD=LISTGRP\n");
  EXPECT_THAT(commands(job), ElementsAre("LISTUSER", "LISTGRP"));
  EXPECT_EQ(job.steps.at(1).name, "S2.A");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEF142I TEST A S2 - STEP WAS EXECUTED"));
}

TEST_F(Procedures, GiveParmToTheFirstStepAndTakeItFromTheOthers) {
  const std::string procedure =
      "//P PROC\n//A EXEC PGM=IKJEFT01,PARM=LISTUSER\n//B EXEC PGM=IKJEFT01,PARM=LISTUSER\n// PEND\n";
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P,PARM=LISTGRP\n")), ElementsAre("LISTGRP"));
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P,PARM.B=LISTGRP\n")), ElementsAre("LISTUSER", "LISTGRP"));
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P,PARM.A=\n")), ElementsAre("LISTUSER"));
}

TEST_F(Procedures, ChangeDdsOperandByOperand) {
  const std::string procedure =
      "//P PROC\n//A EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD DSN=NO.SUCH,DISP=SHR\n// PEND\n";
  lab_.put_text("A.CMDS", "LISTUSER\n");
  lab_.put_text("B.CMDS", "LISTGRP\n");
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P\n//A.SYSTSIN DD DSN=A.CMDS\n")), ElementsAre("LISTUSER"));
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P\n//SYSTSIN DD DSN=A.CMDS\n// DD DSN=B.CMDS,DISP=SHR\n")),
              ElementsAre("LISTUSER", "LISTGRP"));
  EXPECT_THAT(commands(run_steps(procedure + "//S EXEC P\n//A.SYSTSIN DD DUMMY\n")), IsEmpty());
  EXPECT_THAT(file(run_steps(procedure + "//S EXEC P\n//Z.SYSTSIN DD DUMMY\n"), "JESYSMSG"),
              HasSubstr("RSD368I STEP Z"));
}

TEST_F(Procedures, MayCallOthersDownToFifteenLevels) {
  std::string jcl;
  for (int level = 15; level > 0; --level)
    jcl += "//P" + std::to_string(level) + " PROC\n//S " +
           (level == 15 ? "EXEC PGM=IEFBR14" : "EXEC P" + std::to_string(level + 1)) + "\n// PEND\n";
  EXPECT_EQ(run_steps(jcl + "//TOP EXEC P1\n").status_text(), "CC 0000");
  const auto deeper = run_steps(jcl + "//P0 PROC\n//S EXEC P1\n// PEND\n//TOP EXEC P0\n");
  EXPECT_THAT(file(deeper, "JESYSMSG"), HasSubstr("RSD343I PROCEDURES ARE NESTED TOO DEEP"));
}

TEST_F(Procedures, ThatCallThemselvesComeToAnEnd) {
  const auto job = run_steps("//P PROC\n//A EXEC P\n//B EXEC P\n//C EXEC P\n// PEND\n//S EXEC P\n//T EXEC P\n");
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(file(job, "JESJCL"), HasSubstr("//T EXEC P"));
  EXPECT_LT(file(job, "JESJCL").size(), 10'000u);
}

TEST_F(Procedures, ThatGrowBeyondAllMeasureAreRefused) {
  std::string jcl = "//P14 PROC\n//S EXEC PGM=IEFBR14\n// PEND\n";
  for (int level = 13; level > 0; --level) {
    const std::string call = "EXEC P" + std::to_string(level + 1) + "\n";
    jcl += "//P" + std::to_string(level) + " PROC\n//A " + call + "//B " + call + "//C " + call + "// PEND\n";
  }
  EXPECT_THAT(file(run_steps(jcl + "//TOP EXEC P1\n"), "JESYSMSG"), HasSubstr("RSD347I THE EXPANDED JOB IS TOO LARGE"));
}

TEST_F(Procedures, AndJobsHaveTheBoundsOfTheSystem) {
  std::string steps;
  for (int at = 0; at < 255; ++at) steps += "//S EXEC PGM=IEFBR14\n";
  EXPECT_EQ(run_steps(steps).steps.size(), 255u);
  EXPECT_THAT(file(run_steps(steps + "//S EXEC PGM=IEFBR14\n"), "JESYSMSG"), HasSubstr("RSD369I"));
  std::string dds;
  for (int at = 0; at < 3'274; ++at) dds += "//D DD DUMMY\n";
  EXPECT_THAT(file(run_steps("//S EXEC PGM=IEFBR14\n" + dds), "JESYSMSG"), HasSubstr("RSD370I"));
  EXPECT_THAT(file(run_steps("//P PROC\n//A EXEC PGM=IEFBR14\n// PEND\n//S EXEC P\n" + dds), "JESYSMSG"),
              HasSubstr("RSD370I"));
  std::string sets;
  for (int at = 0; at < 501; ++at) sets += "// SET V" + std::to_string(at) + "=1\n";
  EXPECT_THAT(file(run_steps(sets + "//S EXEC PGM=IEFBR14\n"), "JESYSMSG"), HasSubstr("RSD371I"));
}

TEST_F(Procedures, WantTheirSymbolsToBeUsed) {
  const auto job = run_steps("//P PROC\n//A EXEC PGM=IEFBR14\n// PEND\n//S EXEC P,TYPO=1\n");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEFC657I THE SYMBOL TYPO WAS NOT USED"));
}

TEST_F(Procedures, FromMembersAreNamedWithTheirErrors) {
  member("BAD", "//BAD PROC\n//A EXEC PGM=IEFBR14,REGOIN=0M\n");
  const auto job = run_with_library("//S EXEC BAD\n");
  EXPECT_THAT(job.diagnostics, Contains(AllOf(HasSubstr("line 2"), HasSubstr("in MY.PROCLIB(BAD)"))));
}

TEST_F(Procedures, IncludeGroupsBringStatementsAndSymbols) {
  member("SETS", "// SET CMD=LISTUSER\n// INCLUDE MEMBER=MORE\n");
  member("more.proc", "//S1 EXEC PGM=IKJEFT01,PARM=&CMD\n");
  const auto job = run_with_library("// INCLUDE MEMBER=SETS\n//SYSTSPRT DD SYSOUT=*\n");
  EXPECT_THAT(commands(job), ElementsAre("LISTUSER"));
  EXPECT_THAT(file(job, "JESJCL"), HasSubstr("XXS1 EXEC PGM=IKJEFT01,PARM=&CMD\n"));
}

TEST_F(Procedures, IncludeGroupsOfThemselvesComeToAnEnd) {
  member("LOOP", "// INCLUDE MEMBER=LOOP\n// INCLUDE MEMBER=LOOP\n");
  const auto job = run_with_library("// INCLUDE MEMBER=LOOP\n//S EXEC PGM=IEFBR14\n");
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_LT(file(job, "JESJCL").size(), 10'000u);
}

TEST_F(Procedures, AreRestartedAtAStepInside) {
  const std::string jcl = "//P PROC\n//A EXEC PGM=IKJEFT01,PARM=LISTUSER\n//B EXEC PGM=IEFBR14\n// PEND\n//S EXEC P\n";
  const auto job = run("//TEST JOB 1,RESTART=S.B\n" + jcl);
  ASSERT_EQ(job.steps.size(), 1u);
  EXPECT_EQ(job.steps[0].name, "S.B");
  EXPECT_THAT(run("//TEST JOB 1,RESTART=S\n" + jcl).diagnostics, Contains(HasSubstr("STEP.PROCSTEP")));
}

// IF

struct Decision {
  const char* expression;
  bool second_runs;
};
class Decisions : public Procedures, public testing::WithParamInterface<Decision> {};

TEST_P(Decisions, RunOneSide) {
  // S1 ends with 12, S0 with 0; S9 is bypassed
  const auto job = run_steps(tso_step("S0", " PROFILE\n") + tso_step("S1", " NOSUCH\n") +
                             "//S9 EXEC PGM=IEFBR14,COND=(0,LE)\n//I IF " + GetParam().expression +
                             " THEN\n//YES EXEC PGM=IEFBR14\n// ELSE\n//NO EXEC PGM=IEFBR14\n// ENDIF\n");
  ASSERT_EQ(job.steps.size(), 5u) << spool(job);
  EXPECT_EQ(job.steps[3].status(), GetParam().second_runs ? "CC 0000" : "BYPASSED");
  EXPECT_EQ(job.steps[4].status(), GetParam().second_runs ? "BYPASSED" : "CC 0000");
}

INSTANTIATE_TEST_SUITE_P(Table, Decisions,
                         testing::Values(Decision{"RC = 12", true}, Decision{"(RC > 12)", false},
                                         Decision{"S0.RC = 0 & S1.RC = 12", true}, Decision{"S0.RUN", true},
                                         Decision{"S9.RUN", false}, Decision{"\u00acS9.RUN", true},
                                         Decision{"S9.RC = 0", false}, Decision{"NOT (S9.RC = 0)", true},
                                         Decision{"ABEND", false}, Decision{"ABEND = FALSE", true},
                                         Decision{"ABENDCC = S0C4", false}, Decision{"1 EQ 1 AND\n//  2 > 1", true},
                                         Decision{"RC = 4 OR (RC GE 8 AND RC LE 12)", true}));

TEST_F(Procedures, IfStepsFollowAnAbendOnlyWhenAskedFor) {
  const auto job = run_steps(
      "//S1 EXEC PGM=NOSUCH\n//I1 IF ABEND THEN\n//A EXEC PGM=IEFBR14\n// ENDIF\n//I2 IF RC = 0 THEN\n"
      "//B EXEC PGM=IEFBR14\n// ENDIF\n//I3 IF ABENDCC = S806 THEN\n//C EXEC PGM=IEFBR14\n// ELSE\n"
      "//D EXEC PGM=IEFBR14\n// ENDIF\n");
  EXPECT_THAT(statuses(job), ElementsAre("ABEND S806", "CC 0000", "FLUSHED", "CC 0000", "BYPASSED"));
}

TEST_F(Procedures, IfCanCompareNumbersInSymbolsAndNoTexts) {
  const std::string test = "//I IF (&OPTION EQ 1) THEN\n//A EXEC PGM=IEFBR14\n// ENDIF\n";
  EXPECT_THAT(statuses(run_steps("// SET OPTION=1\n" + test)), ElementsAre("CC 0000"));
  EXPECT_THAT(statuses(run_steps("// SET OPTION=2\n" + test)), ElementsAre("BYPASSED"));
  const auto texts = run_steps("// SET OPTION=B\n" + test);
  EXPECT_THAT(file(texts, "JESYSMSG"), HasSubstr("        3 IEFC013I ERROR IN IF STATEMENT: B NOT VALID"));
}

TEST_F(Procedures, IfComparesTextsOnlyWithLenient) {
  const std::string test = "//I IF ('&ENV' = 'PROD A' OR &ENV = TEST) THEN\n//A EXEC PGM=IEFBR14\n// ENDIF\n";
  EXPECT_EQ(run_steps("// SET ENV='PROD A'\n" + test).status_text(), "JCL ERROR");
  test_support::RacfLab lenient("2013-05-17", {.lenient = true});
  const auto run_lenient = [&](const std::string& set) {
    return std::move(jes::submit(lenient.session(), "//TEST JOB 1\n// SET ENV=" + set + "\n" + test).front());
  };
  EXPECT_THAT(statuses(run_lenient("TEST")), ElementsAre("CC 0000"));
  const auto other = run_lenient("DEV");
  EXPECT_THAT(statuses(other), ElementsAre("BYPASSED"));
  EXPECT_THAT(other.diagnostics, Contains(HasSubstr("IF compares texts: a real system refuses this with IEFC013I")));
}

struct WrongControl {
  const char* statements;
  const char* number;
};
class WrongControls : public Procedures, public testing::WithParamInterface<WrongControl> {};

TEST_P(WrongControls, AreJclErrors) {
  const auto job = run_steps(GetParam().statements);
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr(GetParam().number));
  EXPECT_THAT(job.diagnostics, Contains(HasSubstr("line ")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongControls,
    testing::Values(WrongControl{"//S EXEC PGM=IEFBR14\n// ELSE\n", "IEFC019I MISPLACED ELSE"},
                    WrongControl{"//S EXEC PGM=IEFBR14\n// ENDIF\n", "IEFC019I MISPLACED ENDIF"},
                    WrongControl{"// IF RC=0 THEN\n//S EXEC PGM=IEFBR14\n", "RSD367I"},
                    WrongControl{"// IF RC=0 THEN\n// ENDIF\n//S EXEC PGM=IEFBR14\n", "RSD366I"},
                    WrongControl{"// IF RC= THEN\n//S EXEC PGM=IEFBR14\n// ENDIF\n", "RSD365I"},
                    WrongControl{"// IF X.RC=0 THEN\n//S EXEC PGM=IEFBR14\n// ENDIF\n", "RSD335I"},
                    WrongControl{"//S EXEC PGM=IEFBR14\n// JCLLIB ORDER=A\n", "IEFC019I MISPLACED JCLLIB"},
                    WrongControl{"// JCLLIB ORDER=NO.SUCH\n//S EXEC PGM=IEFBR14\n", "RSD361I"},
                    WrongControl{"// PEND\n//S EXEC PGM=IEFBR14\n", "IEFC019I MISPLACED PEND"},
                    WrongControl{"//P PROC\n//S EXEC PGM=IEFBR14\n", "RSD341I"},
                    WrongControl{"//P PROC\n//Q PROC\n// PEND\n//S EXEC PGM=IEFBR14\n", "IEFC019I MISPLACED PROC"},
                    WrongControl{"// SET 1A=B\n//S EXEC PGM=IEFBR14\n", "RSD345I"},
                    WrongControl{"// SET A\n//S EXEC PGM=IEFBR14\n", "RSD345I"},
                    WrongControl{"// EXPORT SYMLIST=(A-B)\n//S EXEC PGM=IEFBR14\n", "RSD345I"},
                    WrongControl{"// EXPORT X=1\n//S EXEC PGM=IEFBR14\n", "RSD348I"},
                    WrongControl{"//S EXEC\n", "RSD342I"}));

}  // namespace
}  // namespace ringside::jes
