// tests/server/services/tso/tso_test.cpp - TSO commands in one call, and in address spaces.
#include "server/services/tso/tso.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class TsoServices : public test_support::ServiceTest {
 protected:
  http::Response issue(const std::string& command, const std::string& state = "stateless") {
    return send_json("PUT", "/zosmf/tsoApp/v1/tso", {{"tsoCmd", command}, {"cmdState", state}});
  }
  std::string start() { return value(send("POST", "/zosmf/tsoApp/tso?acct=A&proc=IZUFPROC"), "servletKey"); }
  http::Response type(const std::string& key, const std::string& command,
                      const std::string& query = "?readReply=false") {
    const base::Json data{{"VERSION", "0100"}, {"DATA", command}};
    return send_json("PUT", "/zosmf/tsoApp/tso/" + key + query, {{"TSO RESPONSE", data}});
  }
  http::Response receive(const std::string& key) { return send("GET", "/zosmf/tsoApp/tso/" + key); }
};

TEST_F(TsoServices, ACommandInOneCallEndsWithReady) {
  const auto response = issue("LISTGRP SYS1");
  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(response.body, AllOf(HasSubstr("GROUP SYS1"), HasSubstr("\"READY \"")));
  EXPECT_EQ(value(response, "tsoPromptReceived"), "Y");
  EXPECT_EQ(value(response, "rc"), "0");
  EXPECT_THAT(issue("ADDGROUP G").body, HasSubstr("\"READY \""));
  EXPECT_THAT(issue("ADDGROUP G").body, HasSubstr("\"rc\":8"));
}

TEST_F(TsoServices, CommandsRunAsTheCaller) {
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  EXPECT_THAT(issue("ADDGROUP G").body, Not(HasSubstr("\"rc\":0")));
  EXPECT_FALSE(lab_.session().database.groups.find("G"));
}

TEST_F(TsoServices, StatefulCommandsKeepWhatProfileHasSet) {
  issue("PROFILE PREFIX(TEST)", "stateful");
  EXPECT_THAT(issue("PROFILE", "stateful").body, AllOf(HasSubstr("PREFIX(TEST)"), HasSubstr("servletKey")));
  EXPECT_THAT(issue("PROFILE").body, AllOf(HasSubstr("PREFIX(IBMUSER)"), Not(HasSubstr("servletKey"))));
}

TEST_F(TsoServices, AJobThatSubmitsCanBeFoundAfterwards) {
  lab_.put_text("IBMUSER.JOB", "//NOTHING JOB 1\n//S EXEC PGM=IEFBR14\n");
  EXPECT_THAT(issue("SUBMIT 'IBMUSER.JOB'").body, HasSubstr("JOB NOTHING(JOB00001) SUBMITTED"));
  EXPECT_EQ(value(send("GET", "/zosmf/restjobs/jobs/NOTHING/JOB00001"), "retcode"), "CC 0000");
}

TEST_F(TsoServices, AnAddressSpaceGreetsAndWaits) {
  const auto response = send("POST", "/zosmf/tsoApp/tso?acct=A");
  EXPECT_THAT(response.body,
              AllOf(HasSubstr("IBMUSER LOGON IN PROGRESS AT 12:00:00 ON MAY 17, 2013"), HasSubstr("TSO PROMPT")));
  EXPECT_THAT(value(response, "servletKey"), testing::StartsWith("IBMUSER-"));
  const auto silent = receive(value(response, "servletKey"));
  EXPECT_THAT(silent.body, AllOf(HasSubstr("\"timeout\":true"), Not(HasSubstr("tsoData"))));
}

TEST_F(TsoServices, AnAnswerIsFetchedOnce) {
  const std::string key = start();
  EXPECT_THAT(type(key, "PROFILE").body, Not(HasSubstr("tsoData")));
  EXPECT_THAT(receive(key).body, AllOf(HasSubstr("PREFIX(IBMUSER)"), HasSubstr("READY "), HasSubstr("TSO PROMPT")));
  EXPECT_THAT(receive(key).body, Not(HasSubstr("tsoData")));
  EXPECT_THAT(type(key, "PROFILE PREFIX(TEST)", "").body, HasSubstr("TSO PROMPT"));
  EXPECT_THAT(type(key, "PROFILE", "").body, HasSubstr("PREFIX(TEST)"));
}

TEST_F(TsoServices, AnAddressSpaceEnds) {
  const std::string key = start();
  EXPECT_EQ(value(send("PUT", "/zosmf/tsoApp/tso/ping/" + key), "servletKey"), key);
  EXPECT_EQ(value(send("DELETE", "/zosmf/tsoApp/tso/" + key), "servletKey"), key);
  EXPECT_THAT(receive(key).body, HasSubstr("IZUG1126E: z/OSMF cannot correlate the request for key"));
  EXPECT_EQ(send("DELETE", "/zosmf/tsoApp/tso/" + key).status, 404U);
  const std::string other = start();
  EXPECT_THAT(type(other, "LOGOFF").body, HasSubstr("IBMUSER LOGGED OFF TSO"));
  EXPECT_EQ(type(other, "TIME").status, 404U);
}

TEST_F(TsoServices, AUserDoesNotSeeTheAddressSpaceOfAnother) {
  const std::string key = start();
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  EXPECT_EQ(type(key, "TIME").status, 404U);
  EXPECT_EQ(send("DELETE", "/zosmf/tsoApp/tso/" + key).status, 404U);
}

TEST_F(TsoServices, AUserHasTenAddressSpacesAtMost) {
  const std::string first = start();
  for (int n = 0; n < 9; ++n) start();
  EXPECT_EQ(receive(first).status, 200U);
  const std::string last = start();  // the one that was not used for longest ends, which is the second
  EXPECT_EQ(receive(first).status, 200U);
  EXPECT_EQ(receive("IBMUSER-2-aaaaaaab").status, 404U);
  EXPECT_EQ(receive(last).status, 200U);
}

TEST_F(TsoServices, RefuseABodyThatIsNotTheirs) {
  EXPECT_EQ(send("PUT", "/zosmf/tsoApp/v1/tso", "{}").status, 400U);
  EXPECT_EQ(send("PUT", "/zosmf/tsoApp/v1/tso", "no JSON").status, 400U);
  EXPECT_EQ(issue("TIME", "what").status, 400U);
  EXPECT_EQ(send("PUT", "/zosmf/tsoApp/tso/" + start(), "{}").status, 400U);
}

}  // namespace
}  // namespace ringside::services
