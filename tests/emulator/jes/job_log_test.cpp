// tests/emulator/jes/job_log_test.cpp - the whole spool of jobs, held by golden files.
#include "emulator/jes/job_log.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"
#include "tests/support/golden.hpp"

namespace ringside::jes {
namespace {

using testing::HasSubstr;
using testing::Not;

class JobLogs : public test_support::JobTest {
 protected:
  void expect(const std::string& name, const std::string& stream) {
    test_support::expect_golden("jes/" + name + ".txt", spool(run(stream)));
  }
};

TEST_F(JobLogs, OfAJobThatEndsWell) {
  expect("two_steps",
         "//IZUSEC   JOB (ACCT),'SECURITY',CLASS=A,MSGCLASS=H,\n//         NOTIFY=&SYSUID\n"
         "//* groups, then a ring\n" +
             tso_step("GROUPS", " ADDGROUP IZUADMIN +\n   OMVS(AUTOGID)\n\n /* done */\n") +
             tso_step("RINGS", " RACDCERT ADDRING(IZUKeyring.IZUDFLT)\n PROFILE\n"));
}

TEST_F(JobLogs, OfAJobThatAbends) {
  expect("abend", "//ABEND    JOB 1\n" + tso_step("S1", " NOSUCH\n") + "//S2 EXEC PGM=IEBCOPY\n" +
                      tso_step("S3", " PROFILE\n") + "//S4 EXEC PGM=IEFBR14,COND=EVEN\n");
}

TEST_F(JobLogs, OfAJobThatIsBypassedInPart) {
  expect("bypassed", "//COND     JOB 1\n" + tso_step("S1", " NOSUCH\n") + tso_step("S2", " PROFILE\n", ",COND=(4,LT)"));
}

TEST_F(JobLogs, OfAJobWithJclErrors) {
  expect("jcl_error",
         "//WRONG    JOB 1,PASSWORD=SECRET1\n//S1 EXEC PGM=IKJEFT01,REGOIN=0M\n"
         "//SYSTSIN DD DDNAME=RACF\n//S2 EXCE PGM=IEFBR14\n");
}

TEST_F(JobLogs, OfAJobWhoseDataSetIsMissing) {
  expect("allocation",
         "//ALLOC    JOB 1\n//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n"
         "//SYSTSIN DD DSN=NO.SUCH,DISP=SHR\n//S2 EXEC PGM=IEFBR14\n");
}

TEST_F(JobLogs, ShowOnlyTheJobStatementForMsglevel0) {
  const std::string steps = tso_step("S1", " PROFILE\n");
  const auto quiet = run("//TEST JOB 1,MSGLEVEL=(0,0)\n" + steps);
  EXPECT_EQ(file(quiet, "JESJCL"), "        1 //TEST JOB 1,MSGLEVEL=(0,0)\n");
  EXPECT_EQ(file(quiet, "JESYSMSG"), "\n");
  const auto failed = run("//TEST JOB 1,MSGLEVEL=(0,0)\n//S1 EXEC PGM=NOSUCH\n");
  EXPECT_THAT(file(failed, "JESYSMSG"), HasSubstr("IEF472I"));
}

TEST_F(JobLogs, FollowTheClockAndZoneOfTheLab) {
  lab_.set_date("2024-02-29T23:30:05");
  lab_.lab().set_zone(base::Zone{std::chrono::minutes{60}});
  const auto job = run("//TEST JOB 1\n//S1 EXEC PGM=IEFBR14\n");
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr(" 00.30.05 JOB00001 ---- FRIDAY,    01 MAR 2024 ----\n"));
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("STEP/S1      /START 2024061.0030\n"));
}

TEST_F(JobLogs, HoldNoControlBytes) {
  const auto job = run("//TEST JOB 1\n//* \x1b[2J\n//S1 EXEC PGM=IEFBR14\n");
  EXPECT_THAT(spool(job), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace ringside::jes
