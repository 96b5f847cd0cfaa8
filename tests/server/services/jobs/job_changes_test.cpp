// tests/server/services/jobs/job_changes_test.cpp - cancel, hold, release, class and purge.
#include "server/services/jobs/job_changes.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

class JobChanges : public test_support::ServiceTest {
 protected:
  JobChanges() { send("PUT", jobs, "//HELD JOB 1,TYPRUN=HOLD\n//S EXEC PGM=IEFBR14\n"); }
  http::Response change(const base::Json& body) { return send_json("PUT", job, body); }
  const std::string job = jobs + "/HELD/JOB00001";
  std::string told(const std::string& name) { return value(send("GET", job), name); }
};

TEST_F(JobChanges, AHeldJobWaitsAndRunsWhenItIsReleased) {
  EXPECT_EQ(told("status"), "INPUT");
  EXPECT_EQ(told("retcode"), "(none)");
  EXPECT_EQ(change({{"request", "hold"}, {"version", "2.0"}}).status, 200U);
  const auto released = change({{"request", "release"}, {"version", "2.0"}});
  EXPECT_EQ(released.status, 200U);
  EXPECT_EQ(value(released, "status"), "0");
  EXPECT_EQ(told("status"), "OUTPUT");
  EXPECT_EQ(told("retcode"), "CC 0000");
}

TEST_F(JobChanges, ACanceledJobDoesNotRun) {
  EXPECT_EQ(change({{"request", "cancel"}, {"version", "1.0"}}).status, 202U);
  EXPECT_EQ(told("retcode"), "CANCELED");
  EXPECT_EQ(change({{"request", "cancel"}, {"version", "2.0"}}).status, 200U);  // it has ended, and stays as it is
  EXPECT_EQ(change({{"request", "release"}, {"version", "2.0"}}).status, 200U);
  EXPECT_EQ(told("retcode"), "CANCELED");
}

TEST_F(JobChanges, AJobGetsAnotherClass) {
  EXPECT_EQ(change({{"class", "c"}, {"version", "2.0"}}).status, 200U);
  EXPECT_EQ(told("class"), "C");
  EXPECT_EQ(change({{"class", "**"}, {"version", "2.0"}}).status, 400U);
}

TEST_F(JobChanges, APurgedJobIsGone) {
  EXPECT_EQ(send("DELETE", job, {}, {{"X-IBM-Job-Modify-Version", "2.0"}}).status, 200U);
  EXPECT_EQ(send("GET", job).status, 400U);
  EXPECT_EQ(send("DELETE", job).status, 400U);
}

TEST_F(JobChanges, RefuseWhatTheyDoNotKnow) {
  EXPECT_EQ(change({{"request", "explode"}}).status, 400U);
  EXPECT_EQ(change({{"request", "hold"}, {"version", "3.0"}}).status, 400U);
  EXPECT_EQ(send("PUT", job, "no JSON").status, 400U);
}

TEST_F(JobChanges, OthersNeedAccessWhereTheClassIsActive) {
  lab_.must("ADDUSER USER1");
  lab_.must("SETROPTS CLASSACT(JESJOBS)");
  user_ = "USER1";
  EXPECT_EQ(change({{"request", "cancel"}}).status, 403U);
  EXPECT_EQ(send("DELETE", job).status, 403U);
  lab_.must("RDEFINE JESJOBS CANCEL.SYS1.IBMUSER.HELD UACC(NONE)");
  lab_.must("PERMIT CANCEL.SYS1.IBMUSER.HELD CLASS(JESJOBS) ID(USER1) ACCESS(ALTER)");
  EXPECT_EQ(change({{"request", "cancel"}}).status, 202U);
}

}  // namespace
}  // namespace ringside::services
