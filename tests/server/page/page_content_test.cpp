// tests/server/page/page_content_test.cpp - what stands on the page of a server, and what does not.
#include "server/page/page_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"
#include "tests/harness/sound_page.hpp"

namespace ringside::page {
namespace {

using test_support::expect_sound;
using testing::HasSubstr;
using testing::Not;

PageFacts facts_of_here() {
  return {.lab_name = "test.lab", .lab_file = "test.lab", .served = {{"HERE1", 10443, {"SRV", "Ring"}, {}}}};
}

std::string html_of(lab::Lab& lab, const PageFacts& facts, Depth depth = Depth::whole) {
  const Page page = make_page(*lab.copy_in_memory(), facts, depth);
  expect_sound(page.html);
  return page.html;
}

TEST(PageContent, HasSystemsLinksWithRepairsPicturesDaysRingsAndUsers) {
  test_support::ReportLab lab;
  const std::string html = html_of(lab.lab.lab(), facts_of_here());
  for (const char* part :
       {"Ringside: test.lab", "<td>10443</td>", "not served here", "4 of 6 links refused, for 2 causes",
        "Repair</summary><pre>on ", "Which link holds", "Who signs whom", "When certificates end",
        "Ring SRV/Ring of THERE", "Users of HERE1, HERE2", "role=\"status\""})
    EXPECT_THAT(html, HasSubstr(part)) << part;
}

TEST(PageContent, ARingThatTheServerCannotUseHasTheCommands) {
  test_support::ReportLab lab;
  PageFacts facts = facts_of_here();
  facts.served.push_back({"THERE", 10444, {"SRV", "Bare"}, "ring SRV/Bare is empty.", {"RACDCERT ID(SRV) CONNECT"}});
  const std::string html = html_of(lab.lab.lab(), facts);
  EXPECT_THAT(html, HasSubstr("href=\"#trouble-THERE\""));
  EXPECT_THAT(html, HasSubstr("THERE: the server cannot use ring SRV/Bare"));
  EXPECT_THAT(html, HasSubstr("<pre>RACDCERT ID(SRV) CONNECT</pre>"));
}

TEST(PageContent, JobsHaveTheirStateAndTheFilesOfTheirSpool) {
  test_support::RacfLab lab;
  lab.lab().jobs().put({.system = "SYS1",
                        .id = "JOB00007",
                        .name = "RACFJOB",
                        .owner = "EVE",
                        .submitter = "EVE",
                        .ended = true,
                        .return_code = "CC 0004"});
  lab.lab().jobs().put(
      {.system = "SYS1", .id = "JOB00008", .name = "LATER", .owner = "EVE", .submitter = "EVE", .held = true});
  lab.lab().spool_files().put("SYS1", "JOB00007", {.number = 102, .dd = "SYSTSPRT", .step = "STEP1", .records = 3},
                              "a secret\n");
  const std::string html = html_of(lab.lab(), {.lab_name = "a lab", .served = {}});
  for (const char* part :
       {"JOB00007</th><td>RACFJOB</td><td>EVE</td><td>CC 0004</td>", "<td>held</td>", "102 STEP1 SYSTSPRT: 3 records"})
    EXPECT_THAT(html, HasSubstr(part)) << part;
  EXPECT_THAT(html, Not(HasSubstr("a secret")));
}

TEST(PageContent, AQuickPageSaysWhatIsStillToCome) {
  test_support::ReportLab lab;
  const std::string html = html_of(lab.lab.lab(), facts_of_here(), Depth::quick);
  EXPECT_THAT(html, HasSubstr("are being worked out"));
  EXPECT_THAT(html, HasSubstr("Ring SRV/Ring of THERE"));
  EXPECT_THAT(html, Not(HasSubstr("Which link holds")));
}

TEST(PageContent, ALabWithoutRingsHasAPageToo) {
  test_support::RacfLab lab;
  const std::string html = html_of(lab.lab(), {.lab_name = "a lab", .served = {}});
  EXPECT_THAT(html, HasSubstr("No link to check"));
  EXPECT_THAT(html, HasSubstr("There are no rings."));
}

TEST(PageContent, NamesFromOutsideStayText) {
  test_support::RacfLab lab;
  lab.must("ADDUSER EVE NAME('<img src=x>')");
  lab.must("RACDCERT ADDRING(R)");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('<script>alert(1)</script>')) WITHLABEL('</td><script>') NISTECC SIZE(256)");
  lab.must("RACDCERT CONNECT(LABEL('</td><script>') RING(R) DEFAULT)");
  const std::string html = html_of(lab.lab(), {.lab_name = "<b>", .served = {{"SYS1", 1, {"IBMUSER", "R"}, "<i>"}}});
  for (const char* markup : {"<script>alert", "<b>", "<i>", "<img", "</td><script>"})
    EXPECT_THAT(html, Not(HasSubstr(markup)));
  EXPECT_EQ(test_support::all_matches(html, "(<script)").size(), 1U);
}

TEST(PageContent, TheTagIsThatOfTheContentAndNotOfTheTime) {
  test_support::ReportLab lab;
  const auto tag = [&] { return make_page(*lab.lab.lab().copy_in_memory(), facts_of_here(), Depth::whole).etag; };
  const std::string before = tag();
  lab.lab.set_date("2013-05-17T00:00:07");
  EXPECT_EQ(tag(), before);
  lab.lab.must("ADDUSER NEW", "THERE");
  EXPECT_NE(tag(), before);
}

TEST(PageContent, MorePairsThanTheDoctorShouldTryHaveNoRepairs) {
  test_support::RacfLab lab;
  for (int ring = 0; ring < 13; ++ring) {
    const std::string name = "R" + std::to_string(ring);
    lab.must("RACDCERT ADDRING(" + name + ")");
    lab.must("RACDCERT GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('" + name + "') NISTECC SIZE(256)");
    lab.must("RACDCERT CONNECT(LABEL('" + name + "') RING(" + name + ") DEFAULT)");
  }
  const std::string html = html_of(lab.lab(), {.lab_name = "a lab", .served = {}});
  EXPECT_THAT(html, HasSubstr("156 of 156 links refused"));
  EXPECT_THAT(html, HasSubstr("More than 132 links are refused"));
  EXPECT_THAT(html, Not(HasSubstr("Repair</summary>")));
}

}  // namespace
}  // namespace ringside::page
