// tests/interop/zosmf_tokens_interop_test.cpp - curl works as IBM's Ansible collection does: it logs on once, keeps the
// cookie, capitalises headers in another way, and addresses jobs by their correlators.
#include <regex>

#include <gmock/gmock.h>

#include "tests/interop/zosmf_lab.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::AllOf;
using testing::HasSubstr;

class ZosmfTokens : public test_support::ZosmfLab {
 protected:
  void SetUp() override {
    if (!test_support::peer_is_here("curl")) GTEST_SKIP();
    ringside("lab new --add SYSA:zos");
    make_ring("SYSA");
    ca_ = exported("SYSA", "CERTAUTH", "zOSMFCA");
    server_.emplace(RINGSIDE_BINARY, folder_.path(), options(), "--password IBMUSER=SYS1");
  }
  /// What curl prints: the body and, in a line of its own, the status. It keeps cookies.
  [[nodiscard]] std::string curl(const std::string& path, const std::string& more) const {
    const std::string url = path.starts_with("https:") ? path : "https://localhost:" + server_->port("SYSA") + path;
    return run_program("curl -sS --max-time 30 -w '\\n%{http_code}' -b " + file("jar") + " -c " + file("jar") +
                       " -H 'X-csrf-zosmf-header: ' -H 'X-Csrf-Zosmf-Header: x' --cacert " + ca_ + " " + more + " '" +
                       url + "'")
        .output;
  }

  std::string ca_;
  std::optional<test_support::ServeProcess> server_;
};

TEST_F(ZosmfTokens, OneLogonIsEnoughForJobsConsoleAndFiles) {
  const std::string authenticate = "/zosmf/services/authenticate";
  EXPECT_THAT(curl("/zosmf/restjobs/jobs", ""), HasSubstr("\n401"));
  EXPECT_THAT(curl(authenticate, "-X POST -u IBMUSER:WRONG"), AllOf(HasSubstr("\"returnCode\":8"), HasSubstr("\n401")));
  EXPECT_THAT(curl(authenticate, "-X POST -u ibmuser:SYS1 -H 'Content-Type: application/json' -d '{}'"),
              AllOf(HasSubstr("\"returnCode\":0"), HasSubstr("\n200")));

  test_support::write_file(file("job.jcl"),
                           "//ANSIBLE JOB 1\n//STEP1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n"
                           " RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))\n/*\n");
  const std::string job =
      curl("/zosmf/restjobs/jobs",
           "-X PUT -H 'Content-Type: text/plain' -H 'X-Ibm-Intrdr-Class: A' -H 'X-Ibm-Intrdr-Recfm: F' "
           "-H 'X-Ibm-Intrdr-Lrecl: 80' -H 'X-Ibm-Intrdr-Mode: TEXT' --data-binary @" +
               file("job.jcl"));
  EXPECT_THAT(job, AllOf(HasSubstr("\"retcode\":\"CC 0000\""), HasSubstr("\n201")));
  std::smatch url;
  ASSERT_TRUE(
      std::regex_search(job, url, std::regex(R"re("url":"(https://localhost:\d+/zosmf/restjobs/jobs/J[^"/]*%3A)")re")))
      << job;
  EXPECT_THAT(curl(url[1], ""), AllOf(HasSubstr("\"jobname\":\"ANSIBLE\""), HasSubstr("\n200")));
  const std::string files = curl(url[1].str() + "/files", "");
  EXPECT_THAT(files, AllOf(HasSubstr("SYSTSPRT"), HasSubstr("\n200")));
  EXPECT_THAT(curl(url[1].str() + "/files/102/records?mode=text", ""),
              AllOf(HasSubstr("Label: zOSMFCA"), HasSubstr("\n200")));

  EXPECT_THAT(
      curl(
          "/zosmf/restconsoles/consoles/defcn",
          "-X PUT -H 'Content-Type: application/json' -d '{\"cmd\": \"D T\", \"async\": \"N\", \"system\": \"SYSA\"}'"),
      AllOf(HasSubstr("IEE136I"), HasSubstr("\n200")));
  EXPECT_THAT(
      curl("/zosmf/restfiles/ds/IBMUSER.ANSIBLE",
           "-X POST -H 'Content-Type: application/json' -d '{\"recfm\": \"FB\", \"lrecl\": \"80\", \"dsorg\": \"PS\", "
           "\"alcunit\": \"TRK\", \"primary\": \"1\", \"unit\": \"3390\"}'"),
      HasSubstr("\n201"));
  EXPECT_THAT(curl("/zosmf/restfiles/ds/IBMUSER.ANSIBLE", "-X PUT -H 'Content-Type: text/plain' -d 'a line'"),
              HasSubstr("\n204"));
  EXPECT_EQ(curl("/zosmf/restfiles/ds/IBMUSER.ANSIBLE", ""), "a line\n\n200");

  EXPECT_THAT(curl(authenticate, "-X DELETE"), HasSubstr("\n204"));
  EXPECT_THAT(curl("/zosmf/restjobs/jobs", ""), HasSubstr("\n401"));
}

}  // namespace
}  // namespace ringside
