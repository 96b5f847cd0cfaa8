// tests/app/commands/test_command_report_test.cpp - ringside test --report: one page of all scenarios, the same
// however they play.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_ringside;
using test_support::write_file;
using testing::HasSubstr;

class TestRunReport : public testing::Test {
 protected:
  void SetUp() override {
    const std::string trust =
        "steps:\n  - tso: [RACDCERT ADDRING(R), \"RACDCERT GENCERT SUBJECTSDN(CN('one')) WITHLABEL('S') NISTECC "
        "SIZE(256)\", RACDCERT CONNECT(LABEL('S') RING(R) DEFAULT)]\n"
        "  - trust: {endpoints: [{name: a, system: SYS1, ring: IBMUSER/R}, {name: b, system: SYS1, ring: "
        "IBMUSER/R}]}\n";
    write_file(folder_.file("a.yaml"), "name: with a matrix\n" + trust);
    write_file(folder_.file("b.yaml"), "name: left out\nskip: not today\nsteps: [{tso: LISTUSER}]\n");
    write_file(folder_.file("c.yaml"), "name: wrong\nstep: []\n");
    write_file(folder_.file("d.yaml"), "name: also with a matrix\nseed: other\n" + trust);
    write_file(folder_.file("e.yaml"),
               "name: endless\ntimeout: 1\nsteps:\n"
               "  - {tso: [{command: LISTUSER, output: {matches: '(x+x+)+y'}}]}\n");
  }
  std::string report(const std::vector<std::string>& more) {
    std::vector<std::string> words = {"test", "--report", folder_.file("report.html"), folder_.path()};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run_ringside(words).error, "");
    return read_file(folder_.file("report.html"));
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(TestRunReport, TellsTheScenariosThatFailedFirst) {
  const std::string page = report({});
  std::size_t at = 0;
  for (const char* part : {"5 scenarios: ", ">with a matrix</a>", "c.yaml</a>", "also with a matrix</a>", "endless</a>",
                           "left out</a>", "unknown key &#39;step&#39;", "Left out: not today"}) {
    at = page.find(part, at);
    EXPECT_NE(at, std::string::npos) << part;
  }
}

TEST_F(TestRunReport, IsTheSameOctetsWhateverTheNumberOfProcesses) {
  const std::string alone = report({"--jobs", "1"});
  EXPECT_EQ(report({"--jobs", "1"}), alone);
  EXPECT_EQ(report({"--jobs", "4"}), alone);
}

TEST_F(TestRunReport, LooksAtLabsAndChangesNothingInThem) {
  const auto without = run_ringside({"--json", "test", folder_.file("a.yaml")});
  const auto with = run_ringside({"--json", "test", "--report", folder_.file("a.html"), folder_.file("a.yaml")});
  EXPECT_EQ(with.out, without.out);
}

TEST_F(TestRunReport, AFileThatCannotBeWrittenIsToldAndNamed) {
  const auto run = run_ringside({"test", "--report", folder_.file("no/such.html"), folder_.file("b.yaml")});
  EXPECT_EQ(run.status, 74);
  EXPECT_THAT(run.error, HasSubstr("no/such.html: No such file or directory"));
}

}  // namespace
}  // namespace ringside::app
