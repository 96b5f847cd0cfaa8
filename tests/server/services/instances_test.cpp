// tests/server/services/instances_test.cpp - what a request goes through before its service.
#include "server/services/instances.hpp"

#include <chrono>
#include <thread>

#include <gmock/gmock.h>

#include "tests/server/services/served_lab.hpp"

namespace ringside::services {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace test;

class InstancesTest : public ServedLab {};

TEST_F(InstancesTest, InfoNeedsNoCredentialsButRefusesWrongOnes) {
  Instance& instance = serve("SYS1");
  const auto response = answer(instance, request("GET", "/zosmf/info"));
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(text_in(response, "zosmf_hostname"), "SYS1");
  EXPECT_EQ(text_in(response, "zosmf_version"), "29");
  EXPECT_EQ(text_in(response, "zosmf_port"), "10443");
  EXPECT_EQ(answer(instance, with_password(request("GET", "/zosmf/info"))).status, 200u);
  EXPECT_EQ(answer(instance, with_password(request("GET", "/zosmf/info"), "IBMUSER:wrong")).status, 401u);
}

TEST_F(InstancesTest, ARequestWithoutTheHeaderOfZosmfIsRefused) {
  Instance& instance = serve("SYS1");
  http::Request bare{"GET", "/zosmf/info"};
  const auto response = answer(instance, bare);
  EXPECT_EQ(response.status, 403u);
  EXPECT_EQ(text_in(response, "errorID"), "IZUG846W");
  instances_.state().checks_csrf = false;
  EXPECT_EQ(answer(instance, bare).status, 200u);
}

TEST_F(InstancesTest, CredentialsThatAreNotRightGet401WithoutABody) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  const auto asked = request("GET", "/zosmf/resttopology/systems");
  std::vector<http::Request> wrong = {asked,
                                      with_password(asked, "IBMUSER:sys1"),
                                      with_password(asked, "USER1:X"),
                                      with_password(asked, "NOBODY:SYS1"),
                                      with_password(asked, "IBMUSER"),
                                      with_cookie(asked, "LtpaToken2=x"),
                                      with_cookie(asked, "jwtToken=a.b.c")};
  wrong.push_back(asked);
  wrong.back().headers.add("Authorization", "Basic ****");
  wrong.push_back(asked);
  wrong.back().headers.add("Authorization", "Negotiate abc");
  for (const auto& each : wrong) {
    const auto response = answer(instance, each);
    EXPECT_EQ(response.status, 401u);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(response.headers.find("WWW-Authenticate"), "Basic realm=\"defaultRealm\"");
  }
  EXPECT_THAT(log(), HasSubstr("user IBMUSER gave a wrong password"));
  EXPECT_THAT(log(), HasSubstr("user USER1 has no password; 'serve --password' sets one"));
}

TEST_F(InstancesTest, ARevokedUserIsRefused) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  racf::keep_password(lab_.session(), "USER1", base::Secret("pw"));
  const auto asked = with_password(request("GET", "/zosmf/resttopology/systems"), "user1:pw");
  const auto first = answer(instance, asked);
  EXPECT_EQ(first.status, 200u);
  lab_.must("ALTUSER USER1 REVOKE");
  EXPECT_EQ(answer(instance, asked).status, 401u);
  EXPECT_EQ(answer(instance, with_cookie(request("GET", "/zosmf/info"), cookie_in(first, "LtpaToken2"))).status, 401u);
  lab_.must("ALTUSER USER1 RESUME");
  EXPECT_EQ(answer(instance, asked).status, 200u);
}

TEST_F(InstancesTest, TokensLogOnUntilTheyAreEnded) {
  Instance& instance = serve("SYS1");
  const auto logon = answer(instance, with_password(request("POST", "/zosmf/services/authenticate")));
  ASSERT_EQ(logon.status, 200u);
  const auto asked = request("GET", "/zosmf/resttopology/systems");
  for (const char* name : {"LtpaToken2", "jwtToken"}) {
    const std::string cookie = cookie_in(logon, name);
    EXPECT_EQ(answer(instance, with_cookie(asked, cookie)).status, 200u) << name;
    auto bearer = asked;
    bearer.headers.add("Authorization", "Bearer " + cookie.substr(cookie.find('=') + 1));
    EXPECT_EQ(answer(instance, bearer).status, 200u) << name;
    const auto logoff = request("DELETE", "/zosmf/services/authenticate");
    EXPECT_EQ(answer(instance, with_cookie(logoff, cookie)).status, 204u) << name;
    EXPECT_EQ(answer(instance, with_cookie(asked, cookie)).status, 401u) << name;
  }
}

TEST_F(InstancesTest, AuthenticateSaysWhatIsWrong) {
  Instance& instance = serve("SYS1");
  const auto response = answer(instance, with_password(request("POST", "/zosmf/services/authenticate"), "IBMUSER:x"));
  EXPECT_EQ(response.status, 401u);
  EXPECT_THAT(response.body, HasSubstr("\"returnCode\":8"));
}

TEST_F(InstancesTest, APasswordIsChangedByWhoKnowsIt) {
  Instance& instance = serve("SYS1");
  auto change = request("PUT", "/zosmf/services/authenticate");
  change.body = R"({"userID": "ibmuser", "oldPwd": "wrong", "newPwd": "NEW"})";
  EXPECT_EQ(answer(instance, change).status, 401u);
  change.body = R"({"userID": "ibmuser", "oldPwd": "SYS1", "newPwd": "NEW"})";
  EXPECT_EQ(answer(instance, change).status, 200u);
  EXPECT_EQ(answer(instance, with_password(request("GET", "/zosmf/info"))).status, 401u);
  EXPECT_EQ(answer(instance, with_password(request("GET", "/zosmf/info"), "IBMUSER:NEW")).status, 200u);
}

TEST_F(InstancesTest, AUserWithoutReadToTheApplicationIsRefused) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  racf::keep_password(lab_.session(), "USER1", base::Secret("pw"));
  lab_.must("RDEFINE APPL IZUDFLT UACC(NONE)");
  lab_.must("SETROPTS CLASSACT(APPL) RACLIST(APPL)");
  lab_.must("SETROPTS RACLIST(APPL) REFRESH");
  const auto asked = with_password(request("POST", "/zosmf/services/authenticate"), "USER1:pw");
  const auto refused = answer(instance, asked);
  EXPECT_EQ(refused.status, 401u);
  EXPECT_THAT(refused.body, HasSubstr("\"returnCode\":8"));
  EXPECT_THAT(log(), HasSubstr("user USER1 has no READ access to IZUDFLT in class APPL"));
  lab_.must("PERMIT IZUDFLT CLASS(APPL) ID(USER1) ACCESS(READ)");
  lab_.must("SETROPTS RACLIST(APPL) REFRESH");
  EXPECT_EQ(answer(instance, asked).status, 200u);
}

TEST_F(InstancesTest, APasswordThatHasExpiredChangesItselfAndDoesNothingElse) {
  Instance& instance = serve("SYS1");
  const auto asked = with_password(request("POST", "/zosmf/services/authenticate"));
  const std::string token = cookie_in(answer(instance, asked), "LtpaToken2");
  lab_.must("ALTUSER IBMUSER EXPIRED");
  EXPECT_EQ(answer(instance, asked).status, 401u);
  EXPECT_THAT(log(), HasSubstr("the password of user IBMUSER has expired"));
  EXPECT_EQ(answer(instance, with_cookie(request("GET", "/zosmf/info"), token)).status, 200u)
      << "a token is no password";
  auto change = request("PUT", "/zosmf/services/authenticate");
  change.body = R"({"userID": "IBMUSER", "oldPwd": "SYS1", "newPwd": "NEW"})";
  EXPECT_EQ(answer(instance, change).status, 200u);
  EXPECT_EQ(answer(instance, with_password(request("GET", "/zosmf/info"), "IBMUSER:NEW")).status, 200u);
}

TEST_F(InstancesTest, ARevokedOrProtectedUserChangesNoPassword) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  racf::keep_password(lab_.session(), "USER1", base::Secret("pw"));
  auto change = request("PUT", "/zosmf/services/authenticate");
  change.body = R"({"userID": "USER1", "oldPwd": "pw", "newPwd": "NEW"})";
  for (const char* command : {"ALTUSER USER1 REVOKE", "ALTUSER USER1 RESUME NOPASSWORD"}) {
    lab_.must(command);
    const auto refused = answer(instance, change);
    EXPECT_EQ(refused.status, 401u) << command;
    EXPECT_THAT(refused.body, HasSubstr("\"returnCode\":8"));
  }
  for (const char* body :
       {"", "{}", R"({"userID": "USER1", "oldPwd": "pw"})", R"({"userID": "USER1", "newPwd": "x"})"}) {
    change.body = body;
    EXPECT_EQ(answer(instance, change).status, std::string(body).find("newPwd") == std::string::npos ? 400u : 401u)
        << body;
  }
}

TEST_F(InstancesTest, ATokenThatACertificateGotIsOfUseToAProtectedUser) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 NOPASSWORD");
  lab_.must(
      "RACDCERT ID(USER1) GENCERT SUBJECTSDN(CN('user one')) WITHLABEL('Logon') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  auto asked = request("POST", "/zosmf/services/authenticate");
  asked.client_certificate = lab_.certificate("USER1", "Logon").der();
  const auto logged_on = answer(instance, asked);
  EXPECT_EQ(logged_on.status, 200u);
  const auto systems = with_cookie(request("GET", "/zosmf/resttopology/systems"), cookie_in(logged_on, "LtpaToken2"));
  EXPECT_EQ(answer(instance, systems).status, 200u);
}

TEST_F(InstancesTest, AClientCertificateLogsOnAsRacfMapsIt) {
  Instance& instance = serve("SYS1");
  lab_.must("ADDUSER USER1 NOPASSWORD");
  lab_.must(
      "RACDCERT ID(USER1) GENCERT SUBJECTSDN(CN('user one')) WITHLABEL('Logon') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  auto asked = request("GET", "/zosmf/resttopology/systems");
  asked.client_certificate = lab_.certificate("USER1", "Logon").der();
  EXPECT_EQ(answer(instance, asked).status, 200u);
  EXPECT_THAT(log(), HasSubstr(" USER1 GET /zosmf/resttopology/systems 200"));
  lab_.must("RACDCERT ID(USER1) ALTER(LABEL('Logon')) NOTRUST");
  EXPECT_EQ(answer(instance, asked).status, 401u);
  lab_.must("RACDCERT ID(USER1) DELETE(LABEL('Logon'))");
  EXPECT_EQ(answer(instance, asked).status, 401u);
}

TEST_F(InstancesTest, ARingThatGivesNoCertificateIsExplainedWithItsCure) {
  lab_.must("ADDUSER IZUSVR NOPASSWORD");
  Instance& instance = serve_as_it_is("SYS1");
  auto response = answer(instance, request("GET", "/zosmf/info"));
  EXPECT_EQ(response.status, 503u);
  EXPECT_THAT(response.body, HasSubstr("RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)"));
  ASSERT_TRUE(instances_.offer(instance).context) << "a client that checks nothing can read why";
  lab_.must("DELUSER IZUSVR");
  make_ring(lab_, "SYS1");
  EXPECT_EQ(answer(instance, request("GET", "/zosmf/info")).status, 200u);
  EXPECT_THAT(log(), HasSubstr("SYS1 IZUSVR/IZUKeyring.IZUDFLT: the server shows CN=localhost"));
  lab_.must("RACDCERT ID(IZUSVR) ALTER(LABEL('Server')) NOTRUST");
  response = answer(instance, request("GET", "/zosmf/info"));
  EXPECT_EQ(response.status, 503u);
  EXPECT_THAT(response.body, HasSubstr("RACDCERT ID(IZUSVR) ALTER(LABEL('Server')) TRUST"));
  response = answer(instance, request("GET", "/"));
  EXPECT_EQ(response.status, 503u);
  EXPECT_THAT(response.body, HasSubstr("RACDCERT ID(IZUSVR) ALTER(LABEL(&#39;Server&#39;)) TRUST"));
  EXPECT_EQ(response.headers.find("Content-Type"), "text/html; charset=UTF-8");
}

TEST_F(InstancesTest, ThePageNeedsCredentialsAndNoHeaderOfZosmf) {
  Instance& instance = serve("SYS1");
  http::Request bare{"GET", "/"};
  EXPECT_EQ(answer(instance, bare).status, 401u);
  http::Response page;
  for (int turn = 0; turn < 600; ++turn) {  // until the page is made
    page = answer(instance, with_password(bare));
    if (page.body.find("Which ring trusts what") != std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(page.status, 200u);
  for (const char* part : {"Ringside: a lab", "<td>10443</td>", "IZUSVR/IZUKeyring.IZUDFLT", "Users of SYS1"})
    EXPECT_THAT(page.body, HasSubstr(part));
  bare.headers.add("If-None-Match", page.headers.find("ETag").value_or(""));
  EXPECT_EQ(answer(instance, with_password(bare)).status, 304u);
  EXPECT_EQ(answer(instance, with_password({"POST", "/"})).status, 404u);
}

TEST_F(InstancesTest, ANewConnectionSeesTheRingThatHasChanged) {
  Instance& instance = serve("SYS1");
  const auto before = instances_.offer(instance).context;
  lab_.must("ADDUSER USER2 NOPASSWORD");
  EXPECT_EQ(instances_.offer(instance).context, before) << "the ring is the same";
  lab_.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('New') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  lab_.must("RACDCERT ID(IZUSVR) CONNECT(LABEL('New') RING(IZUKeyring.IZUDFLT) DEFAULT)");
  EXPECT_NE(instances_.offer(instance).context, before);
}

TEST_F(InstancesTest, TheLogHoldsNoSecret) {
  Instance& instance = serve("SYS1");
  auto asked = with_password(request("GET", "/zosmf/info"), "IBMUSER:WRONGPASS");
  asked.query = {{"key", "SECRETQUERY"}};
  answer(instance, asked);
  answer(instance, with_cookie(request("GET", "/zosmf/info"), "LtpaToken2=SECRETTOKEN"));
  EXPECT_THAT(log(), HasSubstr("GET /zosmf/info 401"));
  for (const char* secret : {"WRONGPASS", "SECRETQUERY", "SECRETTOKEN", "Basic"})
    EXPECT_THAT(log(), Not(HasSubstr(secret)));
}

TEST_F(InstancesTest, TheLogHoldsNothingOfABody) {
  Instance& instance = serve("SYS1");
  struct Row {
    const char* method;
    const char* path;
    const char* body;
  };
  for (const Row& row :
       {Row{"PUT", "/zosmf/services/authenticate",
            R"x({"userID": "IBMUSER", "oldPwd": "SECRET1", "newPwd": "SECRET2"})x"},
        Row{"POST", "/zosmf/gateway/logon", R"x({"userid": "IBMUSER", "password": "SECRET3", "systemName": "SYSX"})x"},
        Row{"PUT", "/zosmf/tsoApp/v1/tso", R"x({"tsoCmd": "ALTUSER IBMUSER PASSWORD(SECRET4)"})x"},
        Row{"PUT", "/zosmf/tsoApp/v1/tso", R"x({"tsoCmd": "WRONG SECRET5 PASSWORD(SECRET6"})x"},
        Row{"PUT", "/zosmf/restconsoles/consoles/defcn", R"x({"cmd": "#ALTUSER IBMUSER PASSWORD(SECRET7)"})x"},
        Row{"PUT", "/zosmf/restjobs/jobs", "//A JOB 1,PASSWORD=SECRET8\n//S EXEC PGM=IEFBR14\n"},
        Row{"PUT", "/zosmf/restfiles/fs/tmp/secret9", "SECRET9"},
        Row{"PUT", "/zosmf/restfiles/ams", R"x({"input": ["DELETE SECRET10"]})x"},
        Row{"PUT", "/zosmf/tsoApp/v1/tso", R"x({"tsoCmd": "SECRET11)x"}}) {
    auto asked = with_password(request(row.method, row.path));
    asked.body = row.body;
    asked.headers.add("X-IBM-Target-System-Password", "SECRET12");
    answer(instance, asked);
    EXPECT_THAT(log(), HasSubstr(std::string(row.method) + " " + row.path)) << row.body;
  }
  const auto token =
      cookie_in(answer(instance, with_password(request("POST", "/zosmf/services/authenticate"))), "jwtToken");
  ASSERT_GT(token.size(), 20u);
  for (const std::string& secret :
       {std::string("SECRET"), std::string("Basic"), token.substr(9), std::string("aWJtdXNlcjpTWVMx")})
    EXPECT_THAT(log(), Not(HasSubstr(secret)));
}

TEST_F(InstancesTest, UnknownServicesAndMethodsAreTold) {
  Instance& instance = serve("SYS1");
  const auto unknown = answer(instance, with_password(request("GET", "/zosmf/none")));
  EXPECT_EQ(unknown.status, 404u);
  EXPECT_EQ(text_in(unknown, "errorID"), "RSD501E");
  const auto method = answer(instance, with_password(request("PATCH", "/zosmf/info")));
  EXPECT_EQ(method.status, 405u);
  EXPECT_EQ(text_in(method, "errorID"), "RSD502E");
}

}  // namespace
}  // namespace ringside::services
