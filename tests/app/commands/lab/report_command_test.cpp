// tests/app/commands/lab/report_command_test.cpp - ringside lab report --expiry: formats, period, exit status and
// refusals.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class LabReport : public testing::Test {
 protected:
  LabReport() {
    run_ringside({"--lab", lab_, "--date", "2026-01-15", "--seed", "s", "lab", "new", "--add", "SYSA", "--add",
                  "SYSB:zos:PLEX:RACFB", "--add", "SYSC:zos:PLEX:RACFB", "--add", "HOST:distributed"});
    fill();
  }
  void fill() const {
    std::vector<std::string> words = {"--lab", lab_, "--key-cache", "none", "--system", "SYSA", "tso"};
    const std::vector<std::string> commands = {
        "ADDUSER WEB NOPASSWORD",
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256) NOTAFTER(DATE(2026-12-31))",
        certificate("ends soon, \"really\"", "2026-02-14"),
        certificate("=cmd|' /C calc'!A0", "2026-01-16"),
        certificate("<Later>", "2026-03-17"),
        "RACDCERT ID(WEB) ALTER(LABEL('ends soon, \"really\"')) NOTRUST",
        "RACDCERT ID(WEB) ADDRING(Ring)",
        "RACDCERT ID(WEB) ADDRING(Other)",
        "RACDCERT ID(WEB) CONNECT(LABEL('ends soon, \"really\"') RING(Ring) DEFAULT)",
        "RACDCERT ID(WEB) CONNECT(LABEL('ends soon, \"really\"') RING(Other) USAGE(SITE))",
        "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"};
    words.insert(words.end(), commands.begin(), commands.end());
    const auto done = run_ringside(words);
    ASSERT_EQ(done.status, 0) << done.out << done.error;
  }
  static std::string certificate(std::string label, const std::string& end) {
    for (std::size_t at = label.find('\''); at != std::string::npos; at = label.find('\'', at + 2))
      label.insert(at, "'");
    return "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('" + label +
           "') NISTECC SIZE(256) NOTAFTER(DATE(" + end + ")) SIGNWITH(CERTAUTH LABEL('CA'))";
  }
  [[nodiscard]] test_support::Run report(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"--lab", lab_, "lab", "report", "--expiry"};
    words.insert(words.end(), more.begin(), more.end());
    return run_ringside(words);
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("plex.lab");
};

TEST_F(LabReport, IsATableOfSixtyDaysForEveryDatabase) {
  const auto result = report({});
  EXPECT_EQ(result.status, 1);
  test_support::expect_golden("twin/expiry/plex.txt", result.out);
}

TEST_F(LabReport, IsCsvWithASummaryForPeople) {
  const auto result = report({"--csv"});
  EXPECT_EQ(result.status, 1);
  test_support::expect_golden("twin/expiry/plex.csv.txt", result.out);
  EXPECT_EQ(result.error,
            "2 certificates end by 2026/03/16 12:00:00, 1 of them trusted (E); 4 certificates in 2 databases looked "
            "at.\n");
}

TEST_F(LabReport, IsJsonWithCounts) {
  const auto result = run_ringside({"--json", "--lab", lab_, "lab", "report", "--expiry"});
  EXPECT_EQ(result.status, 1);
  test_support::expect_golden("twin/expiry/plex.json", result.out);
}

TEST_F(LabReport, IsAPageToo) {
  const std::string file = directory_.file("expiry.html");
  const auto result = report({"--until", "2026-12-31", "--html", file});
  EXPECT_THAT(result.out, StartsWith("Certificates Expiring within "));
  EXPECT_THAT(test_support::read_file(file),
              AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("certificates that end, plex.lab"),
                    HasSubstr("&lt;Later&gt;"), HasSubstr("ends soon, &quot;really&quot;"), Not(HasSubstr("<Later>"))));
}

TEST_F(LabReport, ReachesToTheEndOfTheDayThatIsNamed) {
  EXPECT_THAT(report({"--until", "2026-03-17"}).out, HasSubstr("<Later>"));
  EXPECT_THAT(report({"--until", "2026-03-16"}).out, Not(HasSubstr("<Later>")));
  EXPECT_THAT(report({"--until", "2026-03-17T23:59:58"}).out, Not(HasSubstr("<Later>")));
  EXPECT_THAT(report({"--until", "+62d"}).out, HasSubstr("<Later>"));
}

TEST_F(LabReport, HasStatusZeroIfNoTrustedCertificateEnds) {
  const auto nothing = report({"--until", "2026-01-15"});
  EXPECT_EQ(nothing.status, 0);
  EXPECT_THAT(nothing.out,
              EndsWith("No certificate ends by 2026/01/15 23:59:59; 4 certificates in 2 databases looked at.\n"));
  run_ringside({"--lab", lab_, "--system", "SYSA", "tso", "RACDCERT ID(WEB) DELETE(LABEL('=cmd|'' /C calc''!A0'))"});
  const auto untrusted = report({});
  EXPECT_EQ(untrusted.status, 0);
  EXPECT_THAT(untrusted.out, HasSubstr("1 certificate ends by 2026/03/16 12:00:00, 0 of them trusted (E)"));
}

TEST_F(LabReport, LooksAtOneSystemIfItIsNamed) {
  EXPECT_THAT(report({"--system", "sysc"}).out, AllOf(HasSubstr("\nSYSC, "), Not(HasSubstr("SYSA"))));
  EXPECT_EQ(run_ringside({"--lab", lab_, "--system", "SYSB", "lab", "report", "--expiry"}).status, 0);
}

TEST_F(LabReport, RefusesWhatIsNoPeriodAndNoSystem) {
  const std::string other = directory_.file("hosts.lab");
  run_ringside({"lab", "new", other, "--add", "HOST:distributed"});
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{"--lab", lab_, "lab", "report", "--expiry", "--until", "tomorrow"}, "--until tomorrow: must be a date"},
      {{"--lab", lab_, "lab", "report", "--expiry", "--until", "2026-02-30"}, "--until 2026-02-30: must be a date"},
      {{"--lab", lab_, "lab", "report", "--expiry", "--until", "2026-01-14"},
       "--until 2026-01-14: 2026/01/14 23:59:59 is before the lab's clock, 2026/01/15 12:00:00"},
      {{"--lab", lab_, "lab", "report", "--expiry", "--until", "-1d"}, "is before the lab's clock"},
      {{"--lab", lab_, "lab", "report", "--until", "+9d"}, "name the report: --expiry"},
      {{"--lab", lab_, "lab", "report", "--expiry", "--system", "SYSD"}, "SYSD: the lab has no such system"},
      {{"--lab", lab_, "lab", "report", "--expiry", "--system", "HOST"}, "HOST: is no z/OS system"},
      {{"--json", "--lab", lab_, "lab", "report", "--expiry", "--csv"}, "it cannot be used with --json"},
      {{"lab", "report", other, "--expiry"}, "the lab has no z/OS system"},
      {{"lab", "report", "--expiry"}, "this subcommand needs a lab file"},
  };
  for (const auto& [words, cause] : table) {
    const auto result = run_ringside(words);
    EXPECT_EQ(result.status, 64) << cause;
    EXPECT_EQ(result.out, "") << cause;
    EXPECT_THAT(result.error, HasSubstr(cause));
  }
}

TEST_F(LabReport, ThatCannotWriteItsPageSaysSo) {
  const auto result = report({"--html", directory_.file("none/expiry.html")});
  EXPECT_EQ(result.status, 74);
  EXPECT_THAT(result.error, HasSubstr("expiry.html"));
}

}  // namespace
}  // namespace ringside::app
