// tests/emulator/jes/prepare_test.cpp - what a JOB statement asks for.
#include "emulator/jes/prepare.hpp"

#include <gmock/gmock.h>

namespace ringside::jes {
namespace {

PreparedJob prepared(const std::string& operands) {
  const parser::JclEnvironment environment{"IBMUSER", {}, {}};
  return prepare(parser::parse_jobs("//TEST JOB " + operands + "\n//S1 EXEC PGM=IEFBR14\n", environment).at(0),
                 "IBMUSER");
}

TEST(Prepare, TakesTheSubmitterWhereTheJobNamesNoUser) {
  EXPECT_EQ(prepared("1").card.user, "IBMUSER");
  EXPECT_EQ(prepared("1,USER=OTHER,PASSWORD=X").card.user, "OTHER");
  EXPECT_EQ(prepared("1,USER=&SYSUID").card.user, "IBMUSER");
}

TEST(Prepare, ReadsTheOperandsThatHaveAnEffect) {
  const JobCard card = prepared("(ACCT),'NAME',CLASS=B,RESTART=S1,MSGLEVEL=(1,0),COND=(4,LE)").card;
  EXPECT_EQ(card.job_class, "B");
  EXPECT_EQ(card.restart, "S1");
  EXPECT_TRUE(card.all_statements);
  EXPECT_FALSE(card.all_messages);
  EXPECT_EQ(card.condition.tests.size(), 1u);
  EXPECT_EQ(prepared("1,RESTART=*").card.restart, "");
}

TEST(Prepare, AcceptsNullAccountingAndOperandsWithoutEffect) {
  EXPECT_TRUE(prepared(",CLASS=A").job.errors.empty());
  EXPECT_TRUE(prepared("1,MSGCLASS=H,NOTIFY=&SYSUID,REGION=0M,TIME=1440,MEMLIMIT=4G").job.errors.empty());
}

TEST(Prepare, RefusesWhatBelongsToExecOnly) {
  EXPECT_FALSE(prepared("1,COND=EVEN").job.errors.empty());
}

TEST(Prepare, RefusesTyprunOtherThanScan) {
  EXPECT_TRUE(prepared("1,TYPRUN=SCAN").card.scan_only);
  EXPECT_TRUE(prepared("1,TYPRUN=HOLD").card.held);
  EXPECT_FALSE(prepared("1,TYPRUN=COPY").job.errors.empty());
}

TEST(Prepare, NumbersErrorsAsJesjclNumbersStatements) {
  const PreparedJob job = prepare(
      std::move(parser::parse_jobs("//TEST JOB 1\n//* a comment\n//S1 EXEC PGM=IEFBR14,\n//  REGOIN=0M\n").at(0)),
      "ME");
  ASSERT_EQ(job.job.errors.size(), 1u);
  EXPECT_EQ(job.job.errors[0].statement, 2);
  EXPECT_EQ(job.job.errors[0].diagnostic.where.line, 3);
}

TEST(Prepare, TakesAListOrOneValue) {
  EXPECT_THAT(values_of({"DISP", "SHR", {}, false}), testing::ElementsAre("SHR"));
  EXPECT_TRUE(is_library_dd("STEPLIB"));
  EXPECT_TRUE(is_library_dd("ISPPLIB"));
  EXPECT_FALSE(is_library_dd("SYSTSIN"));
}

}  // namespace
}  // namespace ringside::jes
