// tests/interop/zosmf_server_interop_test.cpp - curl calls `ringside serve` over TLS that it checks.
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/interop/zosmf_lab.hpp"

namespace ringside {
namespace {

using test_support::peer_is_here;
using test_support::run_program;
using test_support::ServeProcess;
using testing::HasSubstr;
using testing::Not;

class ZosmfServer : public test_support::ZosmfLab {
 protected:
  void SetUp() override {
    if (!peer_is_here("curl")) GTEST_SKIP();
    ringside("lab new --add SYSA:zos:PLEX1 --add SYSB:zos:PLEX2");
  }
  /// What curl prints: the body and, in a line of its own, the status.
  [[nodiscard]] std::string curl(const std::string& port, const std::string& path, const std::string& more) const {
    return run_program("curl -sS --max-time 30 -w '\\n%{http_code}' -H 'X-CSRF-ZOSMF-HEADER: 1' " + more +
                       " 'https://localhost:" + port + path + "'")
        .output;
  }
};

TEST_F(ZosmfServer, AnswersAClientThatTrustsTheExportedCaOnly) {
  make_ring("SYSA");
  make_ring("SYSB");
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options(),
                      "--password IBMUSER=SYS1 --ca-file " + file("all.pem"));
  const std::string a = server.port("SYSA");
  EXPECT_THAT(test_support::read_file(file("all.pem")), testing::StartsWith(test_support::read_file(ca)))
      << "the CA of SYSB follows";
  EXPECT_THAT(curl(a, "/zosmf/info", "--cacert " + ca + " -u IBMUSER:SYS1"),
              AllOf(HasSubstr("\"zosmf_hostname\":\"SYSA\""), HasSubstr("\n200")));
  EXPECT_THAT(curl(a, "/zosmf/info", "--cacert " + ca + " -u IBMUSER:sys1"), HasSubstr("\n401"));
  EXPECT_THAT(curl(a, "/zosmf/info", ""), HasSubstr("self-signed certificate in certificate chain"));
  EXPECT_THAT(curl(server.port("SYSB"), "/zosmf/info", "--cacert " + ca), HasSubstr("certificate"))
      << "its CA has the same name and another key";
  EXPECT_THAT(curl(a, "/zosmf/resttopology/systems", "--cacert " + ca + " -u IBMUSER:SYS1"),
              HasSubstr("https://localhost:" + server.port("SYSB") + "/zosmf/"));
  EXPECT_EQ(server.stop(), 0);
  EXPECT_THAT(server.log(), AllOf(HasSubstr("SYSA 127.0.0.1 IBMUSER GET /zosmf/info 200"), HasSubstr("stopped"),
                                  Not(HasSubstr("SYS1"))));
  EXPECT_FALSE(std::filesystem::exists(file("z.lab.SYSA.serve")));
}

TEST_F(ZosmfServer, ARenewalIsSeenOnTheSamePort) {
  make_ring("SYSA");
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA");
  const std::string shown = "-v --cacert " + ca + " -o /dev/null";
  EXPECT_THAT(curl(server.port("SYSA"), "/zosmf/info", shown), HasSubstr("CN=localhost"));
  tso("SYSA",
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost') OU('renewed')) WITHLABEL('New') NISTECC SIZE(256) "
      "ALTNAME(DOMAIN('localhost')) SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  tso("SYSA", "RACDCERT ID(IZUSVR) CONNECT(LABEL('New') RING(IZUKeyring.IZUDFLT) DEFAULT)");
  EXPECT_THAT(curl(server.port("SYSA"), "/zosmf/info", shown), AllOf(HasSubstr("OU=renewed"), HasSubstr("\n200")));
}

TEST_F(ZosmfServer, AClientCertificateLogsOn) {
  make_ring("SYSA");
  tso("SYSA", "ADDUSER USER1 NOPASSWORD");
  tso("SYSA",
      "RACDCERT ID(USER1) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('Logon') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  tso("SYSA", "RACDCERT ID(USER1) EXPORT(LABEL('Logon')) DSN('ONE.P12') FORMAT(PKCS12DER) PASSWORD('pw')");
  ringside("--system SYSA get ONE.P12 " + file("one.p12"));
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA");
  const std::string as_user = "--cacert " + ca + " --cert-type P12 --cert " + file("one.p12") + ":pw";
  const std::string path = "/zosmf/resttopology/systems";
  EXPECT_THAT(curl(server.port("SYSA"), path, as_user), HasSubstr("\n200"));
  EXPECT_THAT(curl(server.port("SYSA"), path, "--cacert " + ca), HasSubstr("\n401"));
  EXPECT_THAT(server.log(), HasSubstr(" USER1 GET " + path + " 200"));
  const auto whois = [this] { return ringside("--system SYSA whois --password pw " + file("one.p12")).output; };
  EXPECT_THAT(whois(), HasSubstr("USER1"));
  tso("SYSA", "RACDCERT ID(USER1) ALTER(LABEL('Logon')) NOTRUST");
  EXPECT_THAT(curl(server.port("SYSA"), path, as_user), HasSubstr("\n401"));
  tso_all("SYSA",
          {"ADDUSER USER2 NOPASSWORD", "RACDCERT ID(USER1) DELETE(LABEL('Logon'))",
           "RACDCERT ID(USER2) MAP SDNFILTER('CN=one') WITHLABEL('Filter') TRUST", "SETROPTS RACLIST(DIGTNMAP)"});
  EXPECT_THAT(curl(server.port("SYSA"), path, as_user), HasSubstr("\n200"));
  EXPECT_THAT(server.log(), HasSubstr(" USER2 GET " + path + " 200"));
  EXPECT_THAT(whois(), HasSubstr("USER2"));
}

TEST_F(ZosmfServer, SaysWhatTheRingLacks) {
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA", "--ca-file " + file("none.pem"));
  EXPECT_THAT(server.output(), AllOf(HasSubstr("\"usable\": false"), HasSubstr("IZUSVR")));
  EXPECT_THAT(server.log(), HasSubstr("none.pem is not written"));
  EXPECT_FALSE(std::filesystem::exists(file("none.pem")));
  EXPECT_THAT(curl(server.port("SYSA"), "/zosmf/info", "--insecure"), AllOf(HasSubstr("RSD504E"), HasSubstr("\n503")));
}

TEST_F(ZosmfServer, TakesALargeBodyThatWaitsForItsContinue) {
  make_ring("SYSA");
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA", "--password IBMUSER=SYS1");
  test_support::write_file(file("large"), std::string(3u << 20, 'x'));
  EXPECT_THAT(curl(server.port("SYSA"), "/zosmf/none",
                   "--insecure -u IBMUSER:SYS1 -H 'Expect: 100-continue' -T " + file("large")),
              HasSubstr("\n404"));
}

TEST_F(ZosmfServer, ASecondServerATakenPortAndALabThatCannotBeWrittenAreTold) {
  make_ring("SYSA");
  ServeProcess server(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA");
  const std::string ringside = std::string(RINGSIDE_BINARY) + " --key-cache none " + options();
  const auto second = run_program(ringside + " serve --seconds 1");
  EXPECT_EQ(second.status, 64);
  EXPECT_THAT(second.output, HasSubstr("another process serves SYSA of this lab, on port " + server.port("SYSA")));
  const auto taken = run_program(ringside + " --system SYSB serve --seconds 1 --port SYSB=" + server.port("SYSA"));
  EXPECT_EQ(taken.status, 64);
  EXPECT_THAT(taken.output, HasSubstr("Address already in use"));
  EXPECT_FALSE(std::filesystem::exists(file("z.lab.SYSB.serve")));
  server.stop();
  const auto again = run_program(ringside + " serve --seconds 1");
  EXPECT_EQ(again.status, 0) << again.output;
}

TEST_F(ZosmfServer, ARestartKeepsJobsWithTheirOutputAndPasswords) {
  make_ring("SYSA");
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  const std::string as_user = "--cacert " + ca + " -u IBMUSER:SYS1";
  const std::string jobs = "/zosmf/restjobs/jobs";
  test_support::write_file(file("list.jcl"),
                           "//LISTGRP JOB 1\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n"
                           " LISTGRP SYS1\n/*\n//HELD JOB 1,TYPRUN=HOLD\n//S EXEC PGM=IEFBR14\n");
  std::string token;
  {
    ServeProcess first(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA", "--password IBMUSER=SYS1");
    EXPECT_THAT(curl(first.port("SYSA"), jobs, as_user + " -H 'Content-Type: text/plain' -T " + file("list.jcl")),
                HasSubstr("\n201"));
    const std::string logon = curl(first.port("SYSA"), "/zosmf/services/authenticate", as_user + " -i -X POST");
    const auto at = logon.find("LtpaToken2=");
    ASSERT_NE(at, std::string::npos) << logon;
    token = logon.substr(at, logon.find(';', at) - at);
    EXPECT_EQ(first.stop(), 0);
  }
  ServeProcess second(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA");
  const std::string port = second.port("SYSA");
  EXPECT_THAT(curl(port, jobs, as_user), AllOf(HasSubstr("LISTGRP"), HasSubstr("CC 0000"), HasSubstr("HELD")));
  EXPECT_THAT(curl(port, jobs + "/LISTGRP/JOB00001/files/102/records", as_user), HasSubstr("GROUP SYS1"));
  EXPECT_THAT(curl(port, jobs + "/HELD/JOB00002", as_user), HasSubstr("\"status\":\"INPUT\""));
  EXPECT_THAT(curl(port, jobs, "--cacert " + ca + " -H 'Cookie: " + token + "'"), HasSubstr("\n401"))
      << "a token ends with its process";
}

TEST_F(ZosmfServer, TwoProcessesServeOneLab) {
  make_ring("SYSA");
  make_ring("SYSB", "Saturn");
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  std::filesystem::create_directories(file("b"));
  ServeProcess a(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA", "--password IBMUSER=SYS1");
  ServeProcess b(RINGSIDE_BINARY, file("b"), options() + " --system SYSB");
  const std::string answer =
      curl(a.port("SYSA"), "/zosmf/info", "--cacert " + ca + " -u IBMUSER:SYS1 -H 'X-IBM-Target-System: SYSB'");
  EXPECT_THAT(answer, AllOf(HasSubstr("self-signed certificate in certificate chain"), HasSubstr("not on ring"),
                            HasSubstr("\n500")));
}

TEST_F(ZosmfServer, WritesAConfigurationOfZoweAndReplacesNone) {
  make_ring("SYSA");
  const std::string config = file("zowe.config.json");
  ringside("--system SYSA serve --seconds 1 --zowe-config " + config);
  EXPECT_THAT(test_support::read_file(config),
              AllOf(HasSubstr("\"sysa\""), HasSubstr("\"rejectUnauthorized\": true"), Not(HasSubstr("password"))));
  const auto again = run_program(std::string(RINGSIDE_BINARY) + " --key-cache none " + options() +
                                 " serve --seconds 1 --zowe-config " + config);
  EXPECT_EQ(again.status, 64);
  EXPECT_THAT(again.output, HasSubstr("there is such a file"));
}

}  // namespace
}  // namespace ringside
