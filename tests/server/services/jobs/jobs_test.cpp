// tests/server/services/jobs/jobs_test.cpp - jobs are listed, and their output is read.
#include "server/services/jobs/jobs.hpp"

#include "base/percent.hpp"
#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string list_group =
    "//LISTGRP JOB 1\n//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n LISTGRP SYS1\n/*\n";

class JobServices : public test_support::ServiceTest {
 protected:
  /// Submits a job and returns its number.
  std::string submit(const std::string& stream) { return value(send("PUT", jobs, stream), "jobid"); }
};

TEST_F(JobServices, ListTheCallersJobsTheLastFirst) {
  submit(list_group);
  submit("//OTHER JOB 1\n//S EXEC PGM=IEFBR14\n");
  const auto all = send("GET", jobs).body;
  EXPECT_LT(all.find("JOB00002"), all.find("JOB00001"));
  EXPECT_THAT(send("GET", jobs + "?prefix=LIST*").body, AllOf(HasSubstr("JOB00001"), Not(HasSubstr("JOB00002"))));
  EXPECT_THAT(send("GET", jobs + "?max-jobs=1").body, Not(HasSubstr("JOB00001")));
  EXPECT_EQ(send("GET", jobs + "?max-jobs=0").status, 400U);
  EXPECT_EQ(send("GET", jobs + "?owner=USER1").body, "[]");
  EXPECT_THAT(send("GET", jobs + "?owner=*&jobid=job00001").body, HasSubstr("LISTGRP"));
}

TEST_F(JobServices, TellTheStatusByNameAndNumberAndByCorrelator) {
  submit(list_group);
  const auto status = send("GET", jobs + "/listgrp/job00001?exec-data=Y");
  EXPECT_EQ(status.status, 200U);
  EXPECT_EQ(value(status, "retcode"), "CC 0000");
  EXPECT_EQ(value(status, "status"), "OUTPUT");
  EXPECT_EQ(value(status, "exec-submitted"), "2013-05-17T12:00:00.000Z");
  const std::string correlator = value(status, "job-correlator");
  EXPECT_EQ(correlator.size(), 32U);
  EXPECT_EQ(value(send("GET", jobs + "/" + base::percent_encoded(correlator)), "jobid"), "JOB00001");
  EXPECT_EQ(value(status, "url"), "https://localhost:10443/zosmf/restjobs/jobs/" + base::percent_encoded(correlator));
}

TEST_F(JobServices, NamesThatAreNoneAreToldApart) {
  submit(list_group);
  const auto missing = send("GET", jobs + "/OTHER/JOB00001");
  EXPECT_EQ(missing.status, 400U);
  EXPECT_EQ(value(missing, "reason"), "10");
  EXPECT_EQ(value(missing, "message"), "No job found for reference: 'OTHER(JOB00001)'");
  EXPECT_EQ(value(send("GET", jobs + "/LISTGRP/JOB00001/what"), "message"),
            "No match for method GET and pathInfo='/jobs/LISTGRP/JOB00001/what'");
  EXPECT_EQ(send("GET", jobs + "/LISTGRP/JOB00001/files/77/records").status, 400U);
}

TEST_F(JobServices, GiveTheOutputAndTheJobStream) {
  submit(list_group);
  const std::string job = jobs + "/LISTGRP/JOB00001";
  const auto files = send("GET", job + "/files").body;
  EXPECT_THAT(files,
              AllOf(HasSubstr("JESMSGLG"), HasSubstr("SYSTSPRT"), HasSubstr("\"id\":102"), Not(HasSubstr("\"JCL\""))));
  EXPECT_THAT(send("GET", job + "/files/102/records").body, AllOf(StartsWith("READY\n"), HasSubstr("GROUP SYS1")));
  EXPECT_EQ(send("GET", job + "/files/JCL/records").body, list_group);
}

TEST_F(JobServices, OthersNeedAccessToTheOutputWhereTheClassIsActive) {
  submit(list_group);
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  const std::string records = jobs + "/LISTGRP/JOB00001/files/2/records";
  EXPECT_EQ(send("GET", records).status, 200U);
  lab_.must("SETROPTS CLASSACT(JESSPOOL)");
  EXPECT_EQ(send("GET", records).status, 403U);
  lab_.must("SETROPTS GENERIC(JESSPOOL)");
  lab_.must("RDEFINE JESSPOOL SYS1.IBMUSER.** UACC(READ)");
  EXPECT_EQ(send("GET", records).status, 200U);
}

}  // namespace
}  // namespace ringside::services
