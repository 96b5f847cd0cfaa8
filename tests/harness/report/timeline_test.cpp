// tests/harness/report/timeline_test.cpp - which certificate ends when.
#include "harness/report/timeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"

namespace ringside::harness::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReportTimeline, TheFirstToEndComesFirstWithAllWhoHoldIt) {
  test_support::ReportLab lab;
  const LabView view = lab.view();
  const auto expiries = expiries_of(view);
  std::vector<std::string> subjects;
  for (const Expiry& one : expiries) subjects.push_back(view.certificates[one.certificate].subject);
  EXPECT_THAT(subjects, ElementsAre("CN=HERE1", "CN=THERE", "CN=Saturn", "CN=Jupiter"));
  EXPECT_THAT(expiries[2].holders, ElementsAre("CERTAUTH LABEL('Saturn') of THERE (key)",
                                               "CERTAUTH LABEL('Theirs') of RACFHERE (HERE1, HERE2)"));
  EXPECT_THAT(expiries[2].rings, ElementsAre("SRV/Ring of THERE"));
}

TEST(ReportTimeline, TheTimeThatIsLeftIsCountedInDaysOfTheLabsClock) {
  test_support::ReportLab lab;
  lab.lab.set_date("2013-11-30T23:00:00");
  EXPECT_EQ(time_left(expiries_of(lab.view())[0]), "in 1 day");
  lab.lab.set_date("2013-12-01");
  EXPECT_EQ(time_left(expiries_of(lab.view())[0]), "ends within a day");
  lab.lab.set_date("2013-12-02");
  EXPECT_EQ(time_left(expiries_of(lab.view())[0]), "ended 1 day ago");
}

TEST(ReportTimeline, APageMarksWhatHasEndedInWords) {
  test_support::ReportLab lab;
  lab.lab.set_date("2013-12-11");
  EXPECT_THAT(timeline_html(lab.view()).markup(), HasSubstr("\u2717 ended 10 days ago"));
}

}  // namespace
}  // namespace ringside::harness::report
