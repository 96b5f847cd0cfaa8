// tests/app/commands/test_command_junit_test.cpp - JUnit XML: what a strict parser makes of it, whatever a scenario's
// texts hold.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/play/junit.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

harness::ScenarioReport failed(const std::string& file, const std::string& text) {
  harness::ScenarioReport report{file, "name of " + text, {}, {}, {}};
  harness::StepReport step;
  step.failures.push_back({"what", "expected " + text, "came", {3, 5}});
  report.steps.push_back(step);
  return report;
}

std::string document(const std::vector<harness::ScenarioReport>& reports) {
  std::vector<std::string> suites;
  for (const auto& report : reports) suites.push_back(harness::junit_suite(report));
  return harness::junit_document(suites);
}

/// What the JDK's parser, which takes nothing that XML forbids, says of a document.
test_support::ProgramResult strictly_read(const std::string& xml) {
  const test_support::TemporaryDirectory folder;
  test_support::write_file(folder.file("report.xml"), xml);
  const std::filesystem::path reader = test_support::source_folder() / "tests" / "app" / "JunitReader.java";
  return test_support::run_program("java " + reader.string() + " " + folder.file("report.xml"));
}

TEST(Junit, HasASuiteForEachScenarioAndACaseForEachStep) {
  harness::ScenarioReport good{"a/good.yaml", "good", {}, {}, {}};
  for (const char* title : {"one", "two"}) {
    good.steps.emplace_back();
    good.steps.back().number = good.steps.size();
    good.steps.back().title = title;
  }
  host::CommandResult command;
  command.diagnostics = {"a real system refuses it", "no more than a hint"};
  good.steps[1].commands.push_back(command);
  harness::ScenarioReport skipped{"b/s.yaml", "s", {}, {}, {}};
  skipped.skip = "not \"today\"";
  harness::ScenarioReport hung{"b/h.yaml", "h", {}, {}, {}};
  hung.interruption = harness::Interruption{harness::Outcome::hung, "too long", 2, "step", {7, 5}};
  const std::string xml = document(
      {good, failed("a/bad.yaml", "<&>"), skipped, hung, {"b/m.yaml", {}, {}, {{"wrong", {1, 1}, "line"}}, {}}});
  EXPECT_THAT(
      xml,
      HasSubstr("<testsuites name=\"ringside\" tests=\"6\" failures=\"1\" errors=\"2\" skipped=\"1\" time=\"0\">"));
  EXPECT_THAT(xml,
              HasSubstr("<testsuite name=\"good\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\" "
                        "file=\"a/good.yaml\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"a/good.yaml\" name=\"1. one\" time=\"0\" file=\"a/good.yaml\" />"));
  EXPECT_THAT(xml, HasSubstr("<system-out>A real system does otherwise: a real system refuses it</system-out>"));
  EXPECT_THAT(xml, HasSubstr("<failure type=\"failed\" message=\"what: expected expected &lt;&amp;>, came came\">"));
  EXPECT_THAT(xml, HasSubstr("<skipped message=\"not &quot;today&quot;\" />"));
  EXPECT_THAT(xml, HasSubstr("<error type=\"hung\" message=\"too long\">"));
  EXPECT_THAT(xml, HasSubstr("<error type=\"mistaken\" message=\"wrong\">"));
  EXPECT_THAT(xml, HasSubstr("name=\"m\""));
}

TEST(Junit, AStrictParserReadsItWhateverTheTextsHold) {
  const std::string texts[] = {"<a href=\"x\">&amp;]]></a>",
                               std::string("nul \0 bell \a escape \x1b", 18),
                               "\xff\xfe not UTF-8",
                               "surrogate \xed\xa0\x80 overlong \xc0\xaf \xe0\x80\x80 beyond \xf4\x90\x80\x80",
                               "noncharacters \xef\xbf\xbe \xef\xbf\xbf",
                               "cut off \xe2\x82",
                               "\xc3\xa4\xe2\x82\xac\xf0\x9f\x94\x91 stay",
                               "line\nbreak\ttab\rreturn"};
  std::vector<harness::ScenarioReport> reports;
  for (const std::string& text : texts) reports.push_back(failed("x/" + text, text));
  const auto read = strictly_read(document(reports));
  EXPECT_EQ(read.status, 0) << read.output;
  EXPECT_THAT(read.output, HasSubstr("testcases 8 failures 8\n"));
  EXPECT_THAT(read.output, HasSubstr("expected <a href=\"x\">&amp;]]></a>"));
  EXPECT_THAT(read.output, HasSubstr("\xc3\xa4\xe2\x82\xac\xf0\x9f\x94\x91 stay"));
}

TEST(Junit, TheSuiteOfABrokenFolderIsReadToo) {
  const test_support::TemporaryDirectory folder;
  const std::filesystem::path data = test_support::source_folder() / "tests" / "harness" / "data";
  const auto run =
      test_support::run_ringside({"test", "--filter", "!hangs", "--junit", folder.file("report.xml"), data.string()});
  EXPECT_EQ(run.status, 1);
  const auto read = strictly_read(test_support::read_file(folder.file("report.xml")));
  EXPECT_EQ(read.status, 0) << read.output;
}

}  // namespace
}  // namespace ringside::app
