// tests/emulator/jes/allocation_test.cpp - DD statements: what programs read, data sets made and deleted.
#include "emulator/jes/allocation.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::HasSubstr;

class Allocations : public test_support::JobTest {
 protected:
  jes::JobResult run_with(const std::string& dds) {
    return run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n" + dds);
  }
  bool exists(const std::string& name) { return lab_.session().data_sets.find(name).has_value(); }
};

TEST_F(Allocations, ReadCommandsFromADataSet) {
  lab_.put_text("IBMUSER.CMDS", "ADDGROUP FROMDSN\n");
  EXPECT_EQ(run_with("//SYSTSIN DD DSN=&SYSUID..CMDS,DISP=SHR\n").status_text(), "CC 0000");
  EXPECT_TRUE(lab_.session().database.groups.find("FROMDSN"));
}

TEST_F(Allocations, ReadAConcatenationInItsOrder) {
  lab_.put_text("IBMUSER.CMDS", "ADDGROUP TWO SUPGROUP(ONE)\n");
  const auto job = run_with(
      "//SYSTSIN DD *\n ADDGROUP ONE\n/*\n// DD DSN=IBMUSER.CMDS,DISP=SHR\n// DD *\n ADDGROUP THREE SUPGROUP(TWO)\n/*\n"
      "//OTHER DD *\n ADDGROUP NEVER\n/*\n");
  EXPECT_EQ(job.status_text(), "CC 0000") << spool(job);
  EXPECT_EQ(job.steps[0].commands.size(), 3u);
}

TEST_F(Allocations, EndAConcatenationAtDummy) {
  const auto job = run_with("//SYSTSIN DD *\n ADDGROUP ONE\n/*\n// DD DUMMY\n// DD *\n ADDGROUP TWO\n/*\n");
  EXPECT_EQ(job.steps[0].commands.size(), 1u);
  EXPECT_EQ(file(run_with("//SYSTSIN DD DUMMY\n"), "SYSTSPRT"), "READY\nEND\n");
}

TEST_F(Allocations, FailTheJobForADataSetThatIsMissing) {
  const auto job = run_with("//SYSTSIN DD DSN=NO.SUCH,DISP=SHR\n//S2 EXEC PGM=IEFBR14,COND=EVEN\n");
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEF212I TEST S1 SYSTSIN - DATA SET NOT FOUND\n"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IEF272I TEST S2 - STEP WAS NOT EXECUTED.\n"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("IEF453I TEST - JOB FAILED - JCL ERROR - TIME=12.00.00\n"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("NO.SUCH does not exist")));
}

TEST_F(Allocations, MakeAndDeleteWhatDispSays) {
  const std::string br14 = "//S1 EXEC PGM=IEFBR14\n";
  EXPECT_EQ(run_steps(br14 + "//D DD DSN=A.NEW,DISP=(NEW,CATLG),RECFM=FB,LRECL=80\n").status_text(), "CC 0000");
  ASSERT_TRUE(exists("A.NEW"));
  EXPECT_EQ(lab_.session().data_sets.find("A.NEW")->record_format, "FB");
  EXPECT_EQ(lab_.session().data_sets.find("A.NEW")->record_length, 80);
  const auto again = run_steps(br14 + "//D DD DSN=A.NEW,DISP=(NEW,CATLG)\n");
  EXPECT_EQ(again.status_text(), "JCL ERROR");
  EXPECT_THAT(file(again, "JESYSMSG"), HasSubstr("IEF344I TEST S1 D"));
  EXPECT_EQ(run_steps(br14 + "//D DD DSN=A.NEW,DISP=(MOD,DELETE)\n").status_text(), "CC 0000");
  EXPECT_FALSE(exists("A.NEW"));
  run_steps(br14 + "//D DD DSN=A.GONE,DISP=NEW\n");
  EXPECT_FALSE(exists("A.GONE")) << "NEW without a disposition deletes";
}

TEST_F(Allocations, OfAFailedStepAreUndone) {
  run_steps("//S1 EXEC PGM=IEFBR14\n//D1 DD DSN=A.NEW,DISP=(NEW,CATLG)\n//D2 DD DSN=NO.SUCH,DISP=OLD\n");
  EXPECT_FALSE(exists("A.NEW"));
}

TEST_F(Allocations, FollowTheAbnormalDispositionAfterAnAbend) {
  run_steps("//S1 EXEC PGM=NOSUCH\n//D DD DSN=A.NEW,DISP=(NEW,CATLG,DELETE)\n//E DD DSN=B.NEW,DISP=(NEW,CATLG)\n");
  EXPECT_FALSE(exists("A.NEW"));
  EXPECT_TRUE(exists("B.NEW"));
}

TEST_F(Allocations, WriteTheTranscriptIntoADataSet) {
  const std::string step = "//S1 EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n PROF PREFIX(A)\n/*\n//SYSTSPRT DD DSN=A.OUT,DISP=";
  EXPECT_EQ(run_steps(step + "(NEW,CATLG)\n").status_text(), "CC 0000");
  EXPECT_EQ(lab_.get_text("A.OUT"), "READY\n PROF PREFIX(A)\nREADY\nEND\n");
  run_steps(step + "MOD\n");
  EXPECT_EQ(lab_.get_text("A.OUT"), "READY\n PROF PREFIX(A)\nREADY\nEND\nREADY\n PROF PREFIX(A)\nREADY\nEND\n");
  run_steps(step + "OLD\n");
  EXPECT_EQ(lab_.get_text("A.OUT"), "READY\n PROF PREFIX(A)\nREADY\nEND\n");
}

TEST_F(Allocations, DoNotLookForLibraries) {
  const auto job = run_with("//STEPLIB DD DSN=SYS1.LINKLIB,DISP=SHR\n//SYSTSIN DD *\n PROFILE\n/*\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("SYS1.LINKLIB is not looked at")));
}

}  // namespace
}  // namespace ringside::jes
