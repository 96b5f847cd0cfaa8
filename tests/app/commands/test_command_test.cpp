// tests/app/commands/test_command_test.cpp - ringside test: verdicts, last line, exit status, JSON.
#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
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
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
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

TEST_F(TestCommand, SaysOfAPassedScenarioWhatARealSystemDoesOtherwise) {
  write("otherwise.yaml",
        "name: otherwise\nlenient: true\nsteps:\n- {title: a CA, tso: \"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('a')) "
        "WITHLABEL('a') SIZE(2048) SIGATTR(RSAPSS)\"}\n");
  const Outcome result = run({"test", file("otherwise.yaml"), "--junit", file("junit.xml")});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("  but 1 remark says what a real system does otherwise:\n  step 1, a CA: SIGATTR"));
  EXPECT_THAT(test_support::read_file(file("junit.xml")),
              testing::AllOf(HasSubstr("<system-out>"), HasSubstr("A real system does otherwise: SIGATTR")));
  EXPECT_EQ(run({"test", file("otherwise.yaml"), "--fail-on-remarks"}).status, 1);
  EXPECT_EQ(run({"test", file("good.yaml"), "--fail-on-remarks"}).status, 0);
}

TEST_F(TestCommand, ChecksTheHostNamesThatAScenarioGives) {
  const std::string text = R"(name: hosts
systems:
  - {name: WEB, host: [www.example.com, alias.example.com]}
steps:
  - tso:
      - RACDCERT ADDRING(R)
      - RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)
      - RACDCERT GENCERT SUBJECTSDN(CN('web')) WITHLABEL('S') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA')) ALTNAME(DOMAIN('www.example.com'))
      - RACDCERT CONNECT(LABEL('S') RING(R) DEFAULT)
      - RACDCERT CONNECT(CERTAUTH LABEL('CA') RING(R))
  - trust: {verify_host: yes, endpoints: [{system: WEB, ring: IBMUSER/R, name: WEB}, {system: WEB, ring: IBMUSER/R, name: OTHER, host: other}]}
    expect: {matrix: {WEB: {OTHER: host name}, OTHER: {WEB: trusted}}}
)";
  write("hosts.yaml", text);
  const Outcome result = run({"test", "--show", file("hosts.yaml")});
  EXPECT_EQ(result.status, 0) << result.out << result.error;
  EXPECT_THAT(result.out, HasSubstr("the server's certificate does not name the host alias.example.com"));
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
    ASSERT_EQ(json.size(), 4U);
    EXPECT_EQ(json[0]["passed"], false);
    EXPECT_EQ(json[0]["steps"][0]["failures"][0]["line"], 2);
    EXPECT_EQ(json[0]["steps"][0]["commands"][0]["rc"], 0);
    EXPECT_EQ(json[1]["passed"], true);
    EXPECT_EQ(json[2]["mistakes"][0]["line"], 2);
    EXPECT_EQ(json[3]["summary"]["failed"], 2);
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

TEST_F(TestCommand, SelectsByTagNameOrFile) {
  write("tagged.yaml", "name: Slow one\ntags: [slow]\nsteps: [{tso: LISTUSER}]\n");
  const auto selected = [&](const std::string& word) {
    return run({"test", "--filter", word, file("good.yaml"), file("tagged.yaml")}).out;
  };
  EXPECT_TRUE(selected("slow").ends_with("\n1 scenario: 1 passed, 0 failed\n"));
  EXPECT_THAT(selected("slow"), HasSubstr("Slow one"));
  EXPECT_THAT(selected("!slow"), HasSubstr("good.yaml"));
  const Outcome none = run({"test", "--filter", "nothing", file("good.yaml")});
  EXPECT_EQ(none.status, 64);
  EXPECT_THAT(none.error, HasSubstr("--filter nothing: selects no scenario"));
}

TEST_F(TestCommand, AFileThatCannotBeReadIsNoneThatAFilterHides) {
  EXPECT_EQ(run({"test", "--filter", "good", file("good.yaml"), file("wrong.yaml")}).status, 1);
}

TEST_F(TestCommand, SkipsWithTheReasonAndCountsIt) {
  write("later.yaml", "name: later\nskip: when the moon is full\nsteps: [{tso: NOTHING}]\n");
  const Outcome result = run({"test", file("good.yaml"), file("later.yaml")});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("skipped " + file("later.yaml") + "  later\n  because: when the moon is full\n"));
  EXPECT_TRUE(result.out.ends_with("\n2 scenarios: 1 passed, 0 failed, 1 skipped\n"));
}

TEST_F(TestCommand, ShowsTheTranscriptAroundAFailure) {
  write("ring.yaml",
        "name: n\nsteps:\n  - tso: [{command: RACDCERT ID(IBMUSER) LISTRING(NONE), rc: 4, messages: IRRD107I}]\n");
  const std::string out = run({"test", file("ring.yaml")}).out;
  EXPECT_THAT(out, HasSubstr("    expected: IRRD107I\n"));
  EXPECT_THAT(out, HasSubstr("| rc 4  RACDCERT ID(IBMUSER) LISTRING(NONE)\n        |       IRRD114I"));
}

TEST_F(TestCommand, UpdatesGoldenFilesAndShowsTheDifferenceFirst) {
  write("golden.yaml",
        "name: n\nhosts: [{name: H}]\nsteps:\n  - sh: [{run: echo new, output: {golden: goldens/echo.txt}}]\n");
  EXPECT_EQ(run({"test", file("golden.yaml")}).status, 1);
  EXPECT_THAT(run({"test", "--update", file("golden.yaml")}).out,
              HasSubstr("  golden " + file("goldens/echo.txt") + "\n    @ 1\n    +new\n  written\n"));
  EXPECT_EQ(run({"test", file("golden.yaml")}).status, 0);
  write("goldens/echo.txt", "old\n");
  const Outcome result = run({"test", file("golden.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("| @ 1\n        | -old\n        | +new\n"));
}

TEST_F(TestCommand, AnUpdateLeavesOtherFailuresAsTheyAre) {
  write("golden.yaml",
        "name: n\nhosts: [{name: H}]\nsteps:\n  - sh: [{run: echo new, rc: 3, output: {golden: echo.txt}}]\n");
  const Outcome result = run({"test", "--update", file("golden.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("return code of echo new"));
  EXPECT_EQ(test_support::read_file(file("echo.txt")), "new\n");
}

TEST_F(TestCommand, WritesTheSameOctetsEachTimeHoweverManyPlayAtOnce) {
  write("keys.yaml",
        "name: keys\nseed: own\nsteps: [{tso: \"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('c')) WITHLABEL('L')\"}, "
        "{tso: \"RACDCERT CERTAUTH LIST\"}]\n");
  std::set<std::string> reports;
  for (const char* jobs : {"1", "4", "2", "4"}) {
    const Outcome text = run({"test", "--show", "--jobs", jobs, "--junit", file("r.xml"), folder_.path().string()});
    const Outcome json = run({"--json", "test", "--jobs", jobs, folder_.path().string()});
    reports.insert(text.out + test_support::read_file(file("r.xml")) + json.out);
  }
  EXPECT_EQ(reports.size(), 1U);
}

// Files, key stores, agents, jobs and clocks of many kinds: nothing of the machine's time or chance shows.
TEST_F(TestCommand, TheLibrarysReportsAreTheSameOctetsAtEachRun) {
  const std::string library = (test_support::source_folder() / "scenarios").string();
  std::set<std::string> texts, data;
  for (const char* jobs : {"1", "3"}) {
    const Outcome text = run({"test", "--show", "--jobs", jobs, "--junit", file("r.xml"), library + "/pitfalls",
                              library + "/zowe", library + "/hcl/dynamic-domain-manager.yaml"});
    EXPECT_EQ(text.status, 0) << text.out;
    texts.insert(text.out + test_support::read_file(file("r.xml")));
    data.insert(run({"--json", "test", "--jobs", jobs, library + "/zowe"}).out);
  }
  EXPECT_EQ(texts.size(), 1U);
  EXPECT_EQ(data.size(), 1U);
}

TEST_F(TestCommand, ASeedOfTheRunTakesThePlaceOfTheScenarios) {
  write("keys.yaml",
        "name: keys\nsteps: [{tso: [\"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('c')) WITHLABEL('L') NISTECC\", "
        "\"RACDCERT CERTAUTH EXPORT(LABEL('L')) DSN('A.B') FORMAT(CERTB64)\", "
        "\"RACDCERT CHECKCERT('A.B')\"]}]\n");
  const auto shown = [&](const std::string& seed) {
    return run({"--seed", seed, "--json", "test", file("keys.yaml")}).out;
  };
  EXPECT_EQ(shown("a"), shown("a"));
  EXPECT_NE(shown("a"), shown("b"));
  EXPECT_EQ(run({"--seed", "a", "test", file("keys.yaml")}).status, 0);
}

/// A list of expressions that are each given up after a while.
std::string slow_expressions() {
  std::string list = "[";
  for (int i = 0; i < 400; ++i) list += "'^(a|a)+$b', ";
  return list + "x]";
}

TEST_F(TestCommand, AnExpressionWithoutEndIsAFailure) {
  write("slow.yaml",
        "name: slow\nhosts: [{name: H}]\nsteps:\n  - sh: [{run: 'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', "
        "output: {matches: '^(a|a)+$b'}}]\n");
  const Outcome result = run({"test", "--timeout", "60", file("slow.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("the search takes too long: write the expression with fewer choices"));
}

TEST_F(TestCommand, AHangIsAResultOfItsOwn) {
  write("hang.yaml",
        "name: hang\nhosts: [{name: H}]\ntimeout: 1\nsteps:\n  - {title: endless, sh: [{run: "
        "'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', output: {matches: " +
            slow_expressions() + "}}]}\n");
  const Outcome result = run({"test", file("hang.yaml"), file("good.yaml")});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("HUNG " + file("hang.yaml") + "  hang\n  " + file("hang.yaml") +
                                    ":5:5: step 1, endless\n      it has not ended within 1 second\n"));
  EXPECT_TRUE(result.out.ends_with("\n2 scenarios: 1 passed, 1 failed (1 hung)\n"));
}

}  // namespace
}  // namespace ringside::app
