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
  lab_.must("SETROPTS CLASSACT(UNIXPRIV) RACLIST(UNIXPRIV)");
  lab_.must("RDEFINE UNIXPRIV SHARED.IDS UACC(NONE)");
  lab_.must("SETROPTS RACLIST(UNIXPRIV) REFRESH");
  lab_.must("RDEFINE FACILITY BPX.NEXT.USER APPLDATA('100000/100000')");
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

TEST_F(JobLogs, OfAJobWithDataSets) {
  lab_.put_text("IBMUSER.OLD.CERT", "-----BEGIN CERTIFICATE-----\n");
  expect(
      "data_sets",
      "//DATASETS JOB 1\n//S1 EXEC PGM=IEBGENER\n//STEPLIB DD DSN=SYS1.LINKLIB,DISP=SHR\n"
      "// DD DSN=SYS1.MORELIB,DISP=SHR\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD DUMMY\n"
      "//SYSUT1 DD DSN=IBMUSER.OLD.CERT,DISP=SHR\n//SYSUT2 DD DSN=IBMUSER.NEW.CERT,DISP=(NEW,CATLG)\n"
      "//S2 EXEC PGM=IEFBR14\n//GONE DD DSN=IBMUSER.OLD.CERT,DISP=(OLD,DELETE)\n//WORK DD UNIT=SYSDA,SPACE=(TRK,1)\n");
}

// JES2 numbers in-stream data when it reads the job, SYSOUT when a step is allocated.
TEST_F(JobLogs, NumberAllInStreamDataBeforeTheFirstSysout) {
  const auto job = run("//TEST JOB 1\n" + tso_step("S1", " PROFILE\n") + tso_step("S2", " PROFILE\n") +
                       tso_step("S3", " PROFILE\n", ",COND=(0,EQ)") + tso_step("S4", " PROFILE\n"));
  const std::string messages = file(job, "JESYSMSG");
  const auto line = [](const char* number, const char* kind) {
    return "IEF285I   IBMUSER.TEST.JOB00001.D0000" + std::string(number) + ".?             " + kind + "\n";
  };
  EXPECT_THAT(messages, HasSubstr(line("105", "SYSOUT") + line("101", "SYSIN")));
  EXPECT_THAT(messages, HasSubstr(line("106", "SYSOUT") + line("102", "SYSIN")));
  EXPECT_THAT(messages, HasSubstr(line("107", "SYSOUT") + line("104", "SYSIN"))) << "S3 did not run";
}

TEST_F(JobLogs, AStepWithoutDdHasNoAllocationMessages) {
  const auto job = run("//TEST JOB 1\n//S1 EXEC PGM=IEFBR14\n");
  EXPECT_THAT(file(job, "JESYSMSG"), Not(HasSubstr("IEF236I")));
}

TEST_F(JobLogs, ShowOnlyTheJobStatementForMsglevel0) {
  const std::string steps = tso_step("S1", " PROFILE\n");
  const auto quiet = run("//TEST JOB 1,MSGLEVEL=(0,0)\n" + steps);
  EXPECT_EQ(file(quiet, "JESJCL"), "         1 //TEST JOB 1,MSGLEVEL=(0,0)" + std::string(45, ' ') + "JOB00001\n");
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
