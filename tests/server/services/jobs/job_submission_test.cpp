// tests/server/services/jobs/job_submission_test.cpp - jobs run as the caller, from a body, a data set or a file.
#include "server/services/jobs/job_submission.hpp"

#include "base/ebcdic.hpp"
#include "base/percent.hpp"
#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string nothing = "//NOTHING JOB 1\n//S EXEC PGM=IEFBR14\n";

class JobSubmission : public test_support::ServiceTest {
 protected:
  http::Response submit_file(const std::string& file) { return send_json("PUT", jobs, {{"file", file}}); }
};

TEST_F(JobSubmission, RunsTheBodyAndAnswersWithTheJob) {
  const auto response = send("PUT", jobs, "//NOTHING JOB 1\r\n//S EXEC PGM=IEFBR14\r\n", {{"X-IBM-Intrdr-Class", "B"}});
  EXPECT_EQ(response.status, 201U);
  EXPECT_EQ(value(response, "jobid"), "JOB00001");
  EXPECT_EQ(value(response, "status"), "OUTPUT");
  EXPECT_EQ(value(response, "retcode"), "CC 0000");
  EXPECT_EQ(value(response, "class"), "B");
  EXPECT_EQ(value(response, "owner"), "IBMUSER");
}

TEST_F(JobSubmission, TellsHowAJobEnded) {
  EXPECT_EQ(value(send("PUT", jobs, "//A JOB 1\n//S EXEC PGM=NONE\n"), "retcode"), "ABEND S806");
  EXPECT_EQ(value(send("PUT", jobs, "//A JOB 1,WRONG=1\n//S EXEC PGM=IEFBR14\n"), "retcode"), "JCL ERROR");
}

TEST_F(JobSubmission, GivesSymbolsTheirValues) {
  const auto response =
      send("PUT", jobs,
           "//A JOB 1\n//S EXEC PGM=IKJEFT01,PARM='ADDGROUP &GROUP'\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD DUMMY\n",
           {{"X-IBM-JCL-Symbol-GROUP", "G1"}});
  EXPECT_EQ(value(response, "retcode"), "CC 0000");
  EXPECT_TRUE(lab_.session().database.groups.find("G1"));
}

TEST_F(JobSubmission, ReadsADataSetAMemberAndAFile) {
  lab_.put_text("IBMUSER.JOB", nothing);
  EXPECT_EQ(submit_file("//'IBMUSER.JOB'").status, 201U);
  EXPECT_EQ(submit_file("//JOB").status, 201U);
  lab_.session().data_sets.put({"IBMUSER.JCL", "FB", 80, {}, true});
  lab_.put_text("IBMUSER.JCL(NOTHING)", nothing);
  EXPECT_EQ(value(submit_file("//'ibmuser.jcl(nothing)'"), "jobname"), "NOTHING");
  EXPECT_EQ(send("PUT", "/zosmf/restfiles/fs/tmp/nothing.jcl", nothing).status, 201U);
  EXPECT_EQ(submit_file("/tmp/nothing.jcl").status, 201U);
}

TEST_F(JobSubmission, RefusesWhatIsNoJobStream) {
  EXPECT_EQ(value(send("PUT", jobs, "HELLO"), "message"), "Submit input data does not start with a slash");
  EXPECT_EQ(send("PUT", jobs).status, 400U);
  EXPECT_EQ(submit_file("//'NO.SUCH'").status, 400U);
  EXPECT_EQ(submit_file("/tmp/none").status, 400U);
  EXPECT_EQ(submit_file("none").status, 400U);
}

TEST_F(JobSubmission, RefusesHeadersOfTheReaderThatAreWrong) {
  const std::vector<std::pair<std::string, std::string>> wrong = {{"X-IBM-Intrdr-Mode", "WHAT"},
                                                                  {"X-IBM-Intrdr-Lrecl", "0"},
                                                                  {"X-IBM-Intrdr-Lrecl", "255"},
                                                                  {"X-IBM-Intrdr-Recfm", "U"},
                                                                  {"X-IBM-Intrdr-File-Encoding", "IBM-037"},
                                                                  {"X-IBM-User-Correlator", "1A"},
                                                                  {"X-IBM-User-Correlator", "lower"},
                                                                  {"X-IBM-User-Correlator", std::string(33, 'A')}};
  for (const auto& header : wrong) EXPECT_EQ(send("PUT", jobs, nothing, {header}).status, 400U) << header.first;
  EXPECT_EQ(send("GET", jobs).body, "[]") << "none of them has run";
  EXPECT_EQ(
      send("PUT", jobs, nothing, {{"X-IBM-Intrdr-Recfm", "V"}, {"X-IBM-Intrdr-File-Encoding", "ibm-1047"}}).status,
      201U);
}

TEST_F(JobSubmission, TakesRecordsWithTheirLengths) {
  std::string body;
  for (const std::string line : {"//A JOB 1", "//S EXEC PGM=IEFBR14"})
    body += std::string("\0\0\0", 3) + static_cast<char>(line.size()) + base::to_text(base::to_ebcdic(line));
  EXPECT_EQ(value(send("PUT", jobs, body, {{"X-IBM-Intrdr-Mode", "RECORD"}}), "retcode"), "CC 0000");
  EXPECT_EQ(send("PUT", jobs, body + "x", {{"X-IBM-Intrdr-Mode", "RECORD"}}).status, 400U);
}

TEST_F(JobSubmission, TheFirstJobHasTheCorrelatorThatItsSubmitterChose) {
  const auto job = send("PUT", jobs, nothing + nothing, {{"X-IBM-User-Correlator", "DEPLOY#7"}});
  const std::string correlator = value(job, "job-correlator");
  EXPECT_EQ(correlator.substr(31), ":DEPLOY#7");
  EXPECT_EQ(value(send("GET", jobs + "/" + base::percent_encoded(correlator)), "jobid"), "JOB00001");
  EXPECT_EQ(value(send("GET", jobs + "/" + base::percent_encoded(correlator.substr(0, 32))), "jobid"), "JOB00001");
  EXPECT_EQ(send("GET", jobs + "/" + base::percent_encoded(correlator + "X")).status, 400U);
  EXPECT_THAT(send("GET", jobs + "?user-correlator=deploy*").body,
              AllOf(HasSubstr("JOB00001"), Not(HasSubstr("JOB00002"))));
  EXPECT_EQ(value(send("GET", jobs + "/NOTHING/JOB00002"), "job-correlator").size(), 32U);
  send("DELETE", jobs + "/NOTHING/JOB00001");
  EXPECT_EQ(send("GET", jobs + "?user-correlator=DEPLOY*").body, "[]");
}

TEST_F(JobSubmission, AReleasedJobKeepsItsCorrelator) {
  const auto held =
      send("PUT", jobs, "//A JOB 1,TYPRUN=HOLD\n//S EXEC PGM=IEFBR14\n", {{"X-IBM-User-Correlator", "MINE"}});
  const std::string path = jobs + "/" + base::percent_encoded(value(held, "job-correlator"));
  EXPECT_EQ(send_json("PUT", path, {{"request", "release"}, {"version", "2.0"}}).status, 200U);
  EXPECT_EQ(value(send("GET", path), "retcode"), "CC 0000");
}

TEST_F(JobSubmission, TakesFixedRecordsInEbcdic) {
  std::string body;
  for (std::string padded : {"//A JOB 1", "//S EXEC PGM=IEFBR14"}) {
    padded.resize(80, ' ');
    body += base::to_text(base::to_ebcdic(padded));
  }
  EXPECT_EQ(value(send("PUT", jobs, body, {{"X-IBM-Intrdr-Mode", "BINARY"}}), "retcode"), "CC 0000");
}

TEST_F(JobSubmission, AUserCannotRunJobsOfAnotherWhoHasNotAllowedIt) {
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  const auto own = send("PUT", jobs, nothing);
  EXPECT_EQ(value(own, "owner"), "USER1");
  const auto others = send("PUT", jobs, "//A JOB 1,USER=IBMUSER\n//S EXEC PGM=IEFBR14\n");
  EXPECT_EQ(value(others, "retcode"), "SEC ERROR");
  EXPECT_THAT(send("GET", jobs + "/A/" + value(others, "jobid") + "/files/2/records").body,
              HasSubstr("MAY NOT BE USED BY USER1"));
}

}  // namespace
}  // namespace ringside::services
