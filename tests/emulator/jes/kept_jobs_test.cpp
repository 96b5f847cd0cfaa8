// tests/emulator/jes/kept_jobs_test.cpp - a lab keeps the jobs that have run, and those that wait.
#include "emulator/jes/kept_jobs.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class KeptJobs : public test_support::JobTest {
 protected:
  database::JobRecord kept(const std::string& id) {
    const auto found = lab_.lab().jobs().find("SYS1", id);
    if (!found) throw std::logic_error("the lab has no job " + id);
    return *found;
  }
  std::string content(const std::string& id, std::int64_t number) {
    return lab_.lab().spool_files().content("SYS1", id, number).value_or("(none)");
  }
  std::vector<JobResult> submit_as(const std::string& user, const std::string& stream) {
    racf::Session session(lab_.lab(), lab_.session().system, user);
    Submission submission;
    submission.checks_surrogates = true;
    return jes::submit(session, stream, submission);
  }
};

TEST_F(KeptJobs, HaveTheOutputOfTheJob) {
  const auto job = run_steps(tso_step("S1", " LISTGRP SYS1\n"));
  const auto record = kept(job.id);
  EXPECT_TRUE(record.ended);
  EXPECT_EQ(record.return_code, "CC 0000");
  EXPECT_EQ(record.owner, "IBMUSER");
  EXPECT_TRUE(record.started_at);
  EXPECT_EQ(content(job.id, 2), file(job, "JESMSGLG"));
  EXPECT_EQ(content(job.id, 4), file(job, "JESYSMSG"));
  EXPECT_EQ(content(job.id, 102), file(job, "SYSTSPRT"));  // 101 is SYSTSIN
}

TEST_F(KeptJobs, HaveTheirOwnPartOfTheStream) {
  const auto jobs = submit("//ONE JOB 1\n//S EXEC PGM=IEFBR14\n//TWO JOB 1\n//S EXEC PGM=IEFBR14\n// COMMENT\n");
  EXPECT_EQ(content(jobs[0].id, 1), "//ONE JOB 1\n//S EXEC PGM=IEFBR14\n");
  EXPECT_THAT(content(jobs[1].id, 1), testing::StartsWith("//TWO JOB 1\n"));
}

TEST_F(KeptJobs, HideThePasswordOfTheJobStatement) {
  const auto job = run("//ONE JOB 1,PASSWORD=SECRET1\n//S EXEC PGM=IEFBR14\n");
  EXPECT_THAT(content(job.id, 1), Not(HasSubstr("SECRET1")));
}

TEST_F(KeptJobs, TellHowAJobEnded) {
  EXPECT_EQ(kept(run("//ONE JOB 1\n//S EXEC PGM=NONE\n").id).return_code, "ABEND S806");
  EXPECT_EQ(kept(run("//ONE JOB 1,WRONG=1\n//S EXEC PGM=IEFBR14\n").id).return_code, "JCL ERROR");
  EXPECT_EQ(kept(run("//ONE JOB 1,USER=NOBODY\n//S EXEC PGM=IEFBR14\n").id).return_code, "SEC ERROR");
}

TEST_F(KeptJobs, AJobThatIsHeldWaitsUntilItIsReleased) {
  const auto job = run("//ONE JOB 1,TYPRUN=HOLD\n" + tso_step("S1", " ADDGROUP G\n"));
  EXPECT_EQ(job.status_text(), "HELD");
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
  EXPECT_FALSE(kept(job.id).ended);
  EXPECT_TRUE(kept(job.id).held);
  const auto released = release(lab_.session(), kept(job.id));
  ASSERT_EQ(released.size(), 1U);
  EXPECT_EQ(released.front().id, job.id);
  EXPECT_EQ(kept(job.id).return_code, "CC 0000");
  EXPECT_FALSE(kept(job.id).held);
  EXPECT_TRUE(lab_.session().database.groups.find("G"));
}

TEST_F(KeptJobs, AHeldJobKeepsItsSymbols) {
  Submission submission;
  submission.symbols = {{"GROUP", "G1"}};
  const auto jobs = jes::submit(lab_.session(),
                                "//ONE JOB 1,TYPRUN=HOLD\n//S1 EXEC PGM=IKJEFT01,PARM='ADDGROUP &GROUP'\n"
                                "//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD DUMMY\n",
                                submission);
  EXPECT_EQ(symbols_of(kept(jobs.front().id)), submission.symbols);
  release(lab_.session(), kept(jobs.front().id));
  EXPECT_TRUE(lab_.session().database.groups.find("G1"));
}

TEST_F(KeptJobs, TheOldestAreDroppedAndTheJobTellsWhich) {
  const auto first = run("//ONE JOB 1\n//S EXEC PGM=IEFBR14\n");
  auto second = run("//TWO JOB 1\n//S EXEC PGM=IEFBR14\n");
  keep_job(lab_.lab(), second, {"IBMUSER", "//TWO JOB 1\n"}, {1, 1 << 20});
  EXPECT_THAT(second.diagnostics, Contains(HasSubstr("it has dropped " + first.id)));
  EXPECT_FALSE(lab_.lab().jobs().find("SYS1", first.id));
}

TEST_F(KeptJobs, AnotherUserOfAJobMustAllowIt) {
  lab_.must("ADDUSER USER1");
  const std::string stream = "//ONE JOB 1,USER=IBMUSER\n//S EXEC PGM=IEFBR14\n";
  const auto refused = submit_as("USER1", stream);
  EXPECT_EQ(refused.front().status_text(), "SEC ERROR");
  EXPECT_THAT(refused.front().diagnostics, Contains(HasSubstr("READ to IBMUSER.SUBMIT in class SURROGAT")));
  lab_.must("SETROPTS CLASSACT(SURROGAT)");
  lab_.must("RDEFINE SURROGAT IBMUSER.SUBMIT UACC(NONE)");
  EXPECT_EQ(submit_as("USER1", stream).front().status_text(), "SEC ERROR");
  lab_.must("PERMIT IBMUSER.SUBMIT CLASS(SURROGAT) ID(USER1) ACCESS(READ)");
  EXPECT_EQ(submit_as("USER1", stream).front().status_text(), "CC 0000");
  EXPECT_EQ(submit_as("IBMUSER", stream).front().status_text(), "CC 0000");
}

}  // namespace
}  // namespace ringside::jes
