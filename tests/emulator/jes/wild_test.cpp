// tests/emulator/jes/wild_test.cpp - oddities of real jobs, submitted whole.
#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::HasSubstr;

class WildJob : public test_support::JobTest {};

TEST_F(WildJob, MayEndWithoutADelimiterOrWithTwo) {
  const std::string step = "//S EXEC PGM=IKJEFT01,DYNAMNBR=75,TIME=100\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n";
  EXPECT_EQ(run_steps(step + " ADDGROUP A").status_text(), "CC 0000");
  EXPECT_EQ(run_steps(step + " ADDGROUP B\n/*\n/*\n//\n").status_text(), "CC 0000");
  EXPECT_TRUE(lab_.session().database.groups.find("A"));
  EXPECT_TRUE(lab_.session().database.groups.find("B"));
}

TEST_F(WildJob, MayHaveAStepNamedRacdcertAndAJobNumberBehindItsCard) {
  std::string card = "//UPDCERT JOB ,CLASS=A";
  card.resize(72, ' ');
  const auto job = run(card + "JOB19642\n" + tso_step("RACDCERT", " LU IBMUSER\n"));
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_EQ(job.name, "UPDCERT");
  EXPECT_EQ(job.steps.at(0).name, "RACDCERT");
}

TEST_F(WildJob, ThatIsATemplateIsAJclError) {
  const auto job = run("//{jc} JOB 1\n" + tso_step("S", " ADDGROUP G\n"));
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
}

TEST_F(WildJob, ResetsItsReturnCodeWithProfile) {
  const auto job = run_steps(tso_step("RUN", " RACDCERT ID(NOBODY) ADDRING(R)\n PROFILE\n"));
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_EQ(job.steps[0].commands.at(0).return_code, 8);
}

TEST_F(WildJob, PassesCommentedOutCommandsOfAnyForm) {
  const auto job = run_steps(
      "//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD DATA,DLM=$$\n"
      "/*  ADDGROUP A +\n/*    OWNER(IBMUSER) +\n/*    it's the last of it\n/* ADDGROUP B  */\n   ADDGROUP C\n$$\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  ASSERT_EQ(job.steps[0].commands.size(), 1u);
  EXPECT_EQ(job.steps[0].commands[0].command, "ADDGROUP C");
}

TEST_F(WildJob, LosesTextBehindColumn72AndIsToldSo) {
  std::string record = " RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('A')) WITHLABEL('" + std::string(30, 'L') + "')";
  const auto job = run_steps(tso_step("S", record + "\n"));
  EXPECT_GT(record.size(), 80u);
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("column 72")));
  EXPECT_EQ(job.steps[0].condition_code, 8);
}

}  // namespace
}  // namespace ringside::jes
