// tests/server/services/instances_hostile_test.cpp - bodies, paths and queries made to hurt are refused, and the next
// request is answered.
#include <chrono>

#include <gmock/gmock.h>

#include "tests/server/services/served_lab.hpp"

namespace ringside::services {
namespace {

using namespace test;
using Time = std::chrono::steady_clock;

struct Place {
  const char* method;
  const char* path;
};

/// The services whose requests have a JSON body.
const std::vector<Place> services_with_json = {{"PUT", "/zosmf/tsoApp/v1/tso"},
                                               {"PUT", "/zosmf/restjobs/jobs"},
                                               {"PUT", "/zosmf/restjobs/jobs/NOTHING/JOB00001"},
                                               {"POST", "/zosmf/restfiles/ds/IBMUSER.NEW"},
                                               {"PUT", "/zosmf/restfiles/ds/IBMUSER.NEW"},
                                               {"PUT", "/zosmf/restfiles/ams"},
                                               {"POST", "/zosmf/restfiles/fs/tmp/new"},
                                               {"PUT", "/zosmf/restfiles/fs/tmp/new"},
                                               {"PUT", "/zosmf/restconsoles/consoles/defcn"},
                                               {"POST", "/zosmf/workflow/rest/1.0/workflows"},
                                               {"PUT", "/zosmf/services/authenticate"}};

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// What is no JSON object, or one that is too much.
std::vector<std::string> malformed_json() {
  std::string members = "{\"m\":1";
  for (int i = 0; i < 50'000; ++i) members += ",\"m" + std::to_string(i) + "\":1";
  return {"",
          "{",
          "}",
          "{}}",
          "{\"a\"}",
          "{\"a\":}",
          "{\"a\":1,}",
          "{a:1}",
          "{'a':1}",
          "{\"a\":1} x",
          "{\"a\":01}",
          "{\"a\":1e999}",
          "{\"a\":NaN}",
          "{\"a\":\"\n\"}",
          "{\"a\":\"\\x\"}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\xff\"}",
          "{\"a\":\"\xc0\xaf\"}",
          "{\"a\":\"\xed\xa0\x80\"}",
          "{\"a\":\"",
          "[]",
          "null",
          "1",
          "\"{}\"",
          std::string("{\"a\":\0}", 7),
          "{\"a\":1,\"a\":2}",
          "\xef\xbb\xbf\xef\xbb\xbf{}",
          repeated("[", 100'000),
          repeated("{\"a\":", 100'000),
          "{\"a\":" + repeated("[", 40) + repeated("]", 40) + "}",
          members + "}",
          "{\"a\":\"" + std::string(2u << 20, 'x') + "\"}"};
}

/// Objects whose members have other types than the service reads.
const std::vector<const char*> wrong_members = {
    "{}",
    R"({"request": [], "type": [], "tsoCmd": [], "file": [], "cmd": [], "input": {}, "userID": []})",
    R"({"request": {"a": 1}, "type": {}, "tsoCmd": {}, "file": {}, "cmd": {}, "input": "x", "userID": {}})",
    R"({"request": true, "type": true, "tsoCmd": null, "file": false, "cmd": true, "input": true, "userID": 1})",
    R"({"request": "copy", "from-dataset": "A.B", "type": "socket", "tsoCmd": true, "file": "", "cmd": "", "input": [1], "userID": "A"})",
    R"({"request": "rename", "from-dataset": {"dsn": []}, "type": "", "tsoCmd": [1], "file": "no/path", "input": [], "cmd": " "})",
    R"({"request": "copy", "from-dataset": {"dsn": "A.B(("}, "type": 1, "file": "//'no name'", "input": [["x"]]})"};

class HostileBodies : public ServedLab {
 protected:
  void SetUp() override {
    instance_ = &serve("SYS1");
    asked("GET", "/zosmf/restjobs/jobs");  // a password is slow at first, on purpose
  }

  http::Response asked(const std::string& method, const std::string& target, const std::string& body = "") {
    const auto parsed = http::parse_target(target);
    if (!parsed) return {400, {}, ""};  // as the listener answers it
    auto made = with_password(request(method, parsed->path));
    made.query = parsed->query;
    made.headers.add("Content-Type", "application/json");
    made.body = body;
    return answer(*instance_, made);
  }
  void expect_refused(const Place& place, const std::string& body) {
    const auto begin = Time::now();
    const auto response = asked(place.method, place.path, body);
    EXPECT_TRUE(response.status >= 400 && response.status < 500)
        << response.status << " " << place.method << " " << place.path << " " << body.substr(0, 100) << "\n"
        << response.body;
    EXPECT_LT(Time::now() - begin, std::chrono::seconds(1)) << place.path << " " << body.substr(0, 100);
    ++count_;
  }
  Instance* instance_ = nullptr;
  int count_ = 0;
};

TEST_F(HostileBodies, WhatIsNoJsonIsRefusedByEveryService) {
  for (const Place& place : services_with_json)
    for (const std::string& body : malformed_json()) expect_refused(place, body);
  EXPECT_GE(count_, 200);
  EXPECT_EQ(asked("GET", "/zosmf/restjobs/jobs").status, 200u);
}

TEST_F(HostileBodies, MembersOfOtherTypesAreRefused) {
  for (const Place& place : services_with_json) {
    const bool allocates =
        std::string(place.method) == "POST" && std::string(place.path).find("/ds/") != std::string::npos;
    if (allocates) continue;  // whatever is missing has a value of its own
    for (const char* body : wrong_members) expect_refused(place, body);
  }
  EXPECT_EQ(asked("GET", "/zosmf/restjobs/jobs").status, 200u);
}

TEST_F(HostileBodies, PathsAndQueriesThatNameNothingAreRefused) {
  const std::string longest(9'000, 'A');
  for (const std::string& path : {std::string("/zosmf/../etc/passwd"),
                                  std::string("/zosmf//info"),
                                  std::string("/zosmf/info/"),
                                  std::string("//zosmf/info"),
                                  std::string("/zosmf/%2e%2e/info"),
                                  std::string("/ZOSMF/INFO"),
                                  std::string("/zosmf/restfiles/fs/../../../../etc/passwd"),
                                  std::string("/zosmf/restfiles/fs/tmp/%2e%2e/%2e%2e/etc/passwd"),
                                  std::string("/zosmf/restfiles/fs/tmp/%ff"),
                                  "/zosmf/restfiles/fs/" + longest,
                                  "/zosmf/restfiles/fs/tmp" + repeated("/..", 2'000) + "/none",
                                  std::string("/zosmf/restfiles/ds/"),
                                  std::string("/zosmf/restfiles/ds/A..B"),
                                  std::string("/zosmf/restfiles/ds/A.B("),
                                  std::string("/zosmf/restfiles/ds/A.B()"),
                                  std::string("/zosmf/restfiles/ds/A.B(X)Y"),
                                  std::string("/zosmf/restfiles/ds/-(V)/A.B"),
                                  std::string("/zosmf/restfiles/ds/-(V"),
                                  "/zosmf/restfiles/ds/" + longest,
                                  std::string("/zosmf/restfiles/ds/%0a"),
                                  std::string("/zosmf/restfiles/ds/A.B/member/member"),
                                  std::string("/zosmf/restfiles/ds"),
                                  std::string("/zosmf/restfiles/fs"),
                                  std::string("/zosmf/restfiles/fs?path=relative"),
                                  std::string("/zosmf/restfiles/fs?path=/none%0a"),
                                  std::string("/zosmf/restjobs/jobs/"),
                                  std::string("/zosmf/restjobs/jobs/A"),
                                  std::string("/zosmf/restjobs/jobs/A/B/C"),
                                  std::string("/zosmf/restjobs/jobs/A/JOB99999"),
                                  std::string("/zosmf/restjobs/jobs/:"),
                                  std::string("/zosmf/restjobs/jobs/J::::"),
                                  "/zosmf/restjobs/jobs/" + longest + "/" + longest,
                                  "/zosmf/restjobs/jobs/" + repeated("%3A", 3'000),
                                  std::string("/zosmf/restjobs/jobs?max-jobs=x"),
                                  std::string("/zosmf/restjobs/jobs?max-jobs=-1"),
                                  std::string("/zosmf/restjobs/jobs?max-jobs=99999999999999999999"),
                                  std::string("/zosmf/tsoApp/tso/NONE"),
                                  "/zosmf/tsoApp/tso/" + longest,
                                  std::string("/zosmf/restconsoles/consoles/defcn/solmsgs/C9"),
                                  std::string("/zosmf/restconsoles/consoles/defcn/solmsgs"),
                                  std::string("/zosmf/resttopology/systems/x"),
                                  std::string("/zosmf/%"),
                                  std::string("/zosmf/%00"),
                                  std::string("/%2fzosmf/info")})
    expect_refused({"GET", path.c_str()}, "");
  EXPECT_EQ(asked("GET", "/zosmf/restjobs/jobs").status, 200u);
  EXPECT_EQ(
      asked("GET", "/zosmf/restjobs/jobs?prefix=" + repeated("*", 4'000) + "A&owner=" + repeated("%25*", 2'000)).status,
      200u);
}

}  // namespace
}  // namespace ringside::services
