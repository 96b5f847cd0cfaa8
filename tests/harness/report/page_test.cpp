// tests/harness/report/page_test.cpp - whole pages: what stands in them, and that every link of them leads somewhere.
#include "harness/report/page.hpp"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/harness/report_lab.hpp"
#include "tests/harness/sound_page.hpp"

namespace ringside::harness::report {
namespace {

using testing::HasSubstr;
using testing::Not;

void expect_sound(const std::string& page) {
  test_support::expect_sound(page);
  for (const char* foreign : {"<script", "<img", "<link", "src="}) EXPECT_THAT(page, Not(HasSubstr(foreign)));
}

struct PlayedOne {
  ScenarioReport report;
  Findings findings;
};

PlayedOne play_text(const std::string& text) {
  const auto scenario = read_scenario(text, "test.yaml", ".");
  EXPECT_TRUE(scenario);
  PlayedOne played;
  played.report = play(*scenario, {}, {}, [&](lab::Lab& lab, const StepReport& step) {
    played.findings.view = view_of(lab);
    if (step.trust) played.findings.cures = cures_of(lab, *step.trust);
  });
  return played;
}

constexpr const char* two_checks = R"yaml(
name: Two checks
about: |
  The first sentence. The second one is only for those who ask, since all of it is longer than what a page shows at once to
  everybody who opens it, be it on a wall or on a phone.
steps:
  - tso:
      - RACDCERT ADDRING(R)
      - RACDCERT GENCERT SUBJECTSDN(CN('one')) WITHLABEL('S') NISTECC SIZE(256)
      - RACDCERT CONNECT(LABEL('S') RING(R) DEFAULT)
  - jcl: |
      //J JOB
      //S EXEC PGM=IEFBR14
  - trust: {endpoints: [{name: a, system: SYS1, ring: IBMUSER/R}, {name: b, system: SYS1, ring: IBMUSER/Other}]}
    expect: {must_fail: true}
  - trust: {endpoints: [{name: a, system: SYS1, ring: IBMUSER/R}, {name: b, system: SYS1, ring: IBMUSER/R}]}
)yaml";

TEST(ReportPage, AScenarioHasItsChecksPicturesDaysRingsAndSpool) {
  const PlayedOne played = play_text(two_checks);
  const std::string page = scenarios_page({chapter_of(played.report, played.findings, 1)}, "1 scenario");
  expect_sound(page);
  for (const char* part :
       {"<html lang=\"en\">", "default-src &#39;none&#39;", "To the report", "2 of 2 links refused, for 1 cause",
        "wrong usage", "Repair</summary><pre>on SYS1:\n  RACDCERT ", "Which link holds", "Who signs whom",
        "Which ring trusts what", "Ring IBMUSER/R of SYS1", "Spool of J (JOB00001)", "JES2 JESJCL",
        "1 failed expectation", "test.yaml:16:5", "Every link of step 3", "<summary>The first sentence.</summary>"})
    EXPECT_THAT(page, HasSubstr(part)) << part;
}

TEST(ReportPage, SeveralScenariosHaveContentsAndKeepTheirIdsApart) {
  const PlayedOne played = play_text(two_checks);
  ScenarioReport skipped;
  skipped.file = "skipped.yaml";
  skipped.skip = "not today";
  ScenarioReport mistaken;
  mistaken.file = "mistaken.yaml";
  parser::Diagnostic mistake;
  mistake.where = {3, 5};
  mistake.text = "unknown key 'expct'";
  mistaken.mistakes.push_back(mistake);
  const std::string page =
      scenarios_page({chapter_of(played.report, played.findings, 1), chapter_of(played.report, played.findings, 2),
                      chapter_of(skipped, {}, 3), chapter_of(mistaken, {}, 4)},
                     "4 scenarios");
  expect_sound(page);
  EXPECT_THAT(page, HasSubstr("Left out: not today"));
  EXPECT_THAT(page, HasSubstr("mistaken.yaml:3:5: unknown key &#39;expct&#39;"));
  EXPECT_EQ(test_support::all_matches(page, "<a href=\"#(s[0-9])\">").size(), 4U);
}

TEST(ReportPage, ALabHasOneTooAndItIsTheSameEachTime) {
  test_support::ReportLab lab;
  const std::string page = lab_page(lab.view(), lab.trust(), {}, "test.lab");
  expect_sound(page);
  EXPECT_THAT(page, HasSubstr("4 of 6 links refused, for 2 causes"));
  EXPECT_THAT(page, HasSubstr("<table class=\"matrix\">"));
  EXPECT_EQ(lab_page(lab.view(), lab.trust(), {}, "test.lab"), page);
}

TEST(ReportPage, WithoutGraphvizThePicturesAreToldInWordsAndThePageSaysSo) {
  test_support::ReportLab lab;
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const std::string page = lab_page(lab.view(), lab.trust(), {}, "test.lab");
  ::setenv("PATH", path.c_str(), 1);
  expect_sound(page);
  EXPECT_THAT(page, HasSubstr("Not drawn, since Graphviz&#39;s program dot is not installed; in words:"));
  EXPECT_THAT(page, HasSubstr("THERE to HERE1, HERE2: not on ring"));
}

TEST(ReportPage, NamesFromOutsideStayText) {
  const PlayedOne played = play_text(
      "name: '<script>alert(1)</script>'\nabout: '</style><img src=x>'\nsteps:\n"
      "  - title: '\"><svg onload=alert(2)>'\n    tso: [RACDCERT ADDRING(R), \"RACDCERT GENCERT "
      "SUBJECTSDN(CN('<img src=x onerror=alert(3)>')) WITHLABEL('</td><script>') NISTECC SIZE(256)\", "
      "\"RACDCERT CONNECT(LABEL('</td><script>') RING(R) USAGE(CERTAUTH))\"]\n"
      "  - trust: {endpoints: [{name: '<b>', system: SYS1, ring: IBMUSER/R}, {name: '&lt;', system: SYS1, ring: "
      "IBMUSER/R}]}\n");
  const std::string page = scenarios_page({chapter_of(played.report, played.findings, 1)}, "1 <scenario>");
  for (const char* markup : {"<script", "<img", "onload=alert(2)\"", "<svg onload", "</style><img", "<b>"})
    EXPECT_THAT(page, Not(HasSubstr(markup))) << markup;
  EXPECT_THAT(page, HasSubstr("&lt;img src=x onerror=alert(3)&gt;"));
  EXPECT_THAT(page, HasSubstr("&amp;lt;")) << "a name that looks escaped is shown as it is";
}

}  // namespace
}  // namespace ringside::harness::report
