// tests/app/test_command_test.cpp - ringside test: verdicts, last line, exit status, JSON.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

struct Outcome {
  int status = 0;
  std::string out, error;
};

class TestCommand : public testing::Test {
 protected:
  void SetUp() override {
    write("good.yaml", "name: good\nsteps: [{title: who am I, tso: LISTUSER}]\n");
    write("bad.yaml", "name: bad\nsteps: [{tso: [{command: LISTUSER, rc: 4}]}]\n");
    write("wrong.yaml", "name: wrong\nstep: []\n");
  }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder_.path() / name) << text; }
  std::string file(const std::string& name) const { return folder_.file(name); }
  static Outcome run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out, error;
    const int status = app::run(arguments, in, out, error);
    return {status, out.str(), error.str()};
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(TestCommand, EndsWithZeroWhenEverythingHeld) {
  const Outcome result = run({"test", file("good.yaml")});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "passed " + file("good.yaml") + "  good\n1 scenario: 1 passed, 0 failed\n");
  EXPECT_EQ(result.error, "");
}

TEST_F(TestCommand, EndsWithOneWhenAnExpectationFailed) {
  const Outcome result = run({"test", file("good.yaml"), file("bad.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr(file("bad.yaml") + ":2:40: return code of LISTUSER\n"));
  EXPECT_TRUE(result.out.ends_with("\n2 scenarios: 1 passed, 1 failed\n"));
}

TEST_F(TestCommand, TakesAMistakeInAFileForAFailureAndShowsTheLine) {
  const Outcome result = run({"test", file("wrong.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out,
              HasSubstr(":2:1: unknown key 'step' in a scenario; did you mean 'steps'?\n    step: []\n    ^\n"));
}

TEST_F(TestCommand, PlaysAWholeFolder) {
  EXPECT_TRUE(run({"test", folder_.path().string()}).out.ends_with("3 scenarios: 1 passed, 2 failed\n"));
}

TEST_F(TestCommand, ShowsStepsWhileTheyPlay) {
  const std::string out = run({"test", "--show", file("good.yaml")}).out;
  EXPECT_THAT(out, HasSubstr(" 1. SYS1: who am I\n      rc 0  LISTUSER\n            USER=IBMUSER"));
}

TEST_F(TestCommand, GivesDataWithJson) {
  for (const auto& arguments : {std::vector<std::string>{"--json", "test", folder_.path().string()},
                                std::vector<std::string>{"test", "--json", folder_.path().string()}}) {
    const Outcome result = run(arguments);
    EXPECT_EQ(result.status, 1);
    const auto json = nlohmann::json::parse(result.out);
    ASSERT_EQ(json.size(), 3U);
    EXPECT_EQ(json[0]["passed"], false);
    EXPECT_EQ(json[0]["steps"][0]["failures"][0]["line"], 2);
    EXPECT_EQ(json[0]["steps"][0]["commands"][0]["rc"], 0);
    EXPECT_EQ(json[1]["passed"], true);
    EXPECT_EQ(json[2]["mistakes"][0]["line"], 2);
  }
}

TEST_F(TestCommand, RefusesWhatItCannotDo) {
  EXPECT_EQ(run({"test", file("missing.yaml")}).status, 64);
  EXPECT_EQ(run({"test"}).status, 64);
  const Outcome dated = run({"--date", "2026-01-01", "test", file("good.yaml")});
  EXPECT_EQ(dated.status, 64);
  EXPECT_THAT(dated.error, HasSubstr("--date: a scenario has its own lab"));
  EXPECT_EQ(run({"--json", "test", "--show", file("good.yaml")}).status, 64);
}

TEST_F(TestCommand, PlaysUnderTheReleaseThatIsAskedFor) {
  EXPECT_EQ(run({"--racf-level", "3.2", "test", file("good.yaml")}).status, 0);
  EXPECT_EQ(run({"--racf-level", "9.9", "test", file("good.yaml")}).status, 64);
}

}  // namespace
}  // namespace ringside::app
