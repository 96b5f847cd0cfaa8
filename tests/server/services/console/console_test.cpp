// tests/server/services/console/console_test.cpp - operator commands over REST.
#include "server/services/console/console.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class ConsoleServices : public test_support::ServiceTest {
 protected:
  http::Response issue(const std::string& command, const std::string& async = "N") {
    return send_json("PUT", consoles, {{"cmd", command}, {"async", async}, {"sol-key", "TIME"}});
  }
  std::string shown(const std::string& command) { return value(issue(command), "cmd-response"); }
};

TEST_F(ConsoleServices, DisplayTheTimeAndTheActivity) {
  const auto response = issue("D T");
  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(value(response, "cmd-response"),
            "IEE136I LOCAL: TIME=12.00.00 DATE=2013.137  UTC: TIME=12.00.00 DATE=2013.137\r");
  EXPECT_THAT(response.body, HasSubstr("\"sol-key-detected\":true"));
  EXPECT_EQ(value(response, "cmd-response-key"), "C0000001");
  EXPECT_THAT(shown("display a,l"), AllOf(StartsWith("IEE114I"), HasSubstr("IZUSVR1")));
}

TEST_F(ConsoleServices, RunRacfCommandsAsTheCaller) {
  EXPECT_THAT(shown("#LISTGRP SYS1"), HasSubstr("GROUP SYS1"));
  EXPECT_EQ(shown("#ADDGROUP G"), "ADDGROUP COMMAND COMPLETE\r");
  EXPECT_TRUE(lab_.session().database.groups.find("G"));
}

TEST_F(ConsoleServices, SayWhichCommandsThereAre) {
  for (const char* command : {"D OMVS", "#RACDCERT LIST", "START X", "#"})
    EXPECT_THAT(shown(command), StartsWith("RSD509I ")) << command;
}

TEST_F(ConsoleServices, AnAnswerIsCollectedOnce) {
  const auto response = issue("D T", "Y");
  EXPECT_EQ(value(response, "cmd-response"), "(none)");
  const std::string uri = value(response, "cmd-response-uri");
  EXPECT_THAT(value(send("GET", uri), "cmd-response"), StartsWith("IEE136I"));
  EXPECT_EQ(value(send("GET", uri), "cmd-response"), "");
  EXPECT_EQ(send("GET", consoles + "/solmsgs/C0000099").status, 404U);
  user_ = "USER1";
  EXPECT_EQ(send("GET", uri).status, 404U);
}

TEST_F(ConsoleServices, RefuseABodyThatIsNotTheirs) {
  EXPECT_EQ(send("PUT", consoles, "{}").status, 400U);
  EXPECT_EQ(send_json("PUT", consoles, {{"cmd", "D T"}, {"system", "OTHER"}}).status, 400U);
}

}  // namespace
}  // namespace ringside::services
