// tests/server/page/page_keeper_test.cpp - a page is made once for each state of the lab.
#include "server/page/page_keeper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"

namespace ringside::page {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

constexpr milliseconds long_enough{60'000};

const PageFacts facts{.lab_name = "test.lab", .lab_file = {}, .served = {{"HERE1", 10443, {"SRV", "Ring"}, {}}}};

TEST(PageKeeper, KeepsThePageWhileTheLabDoesNotChange) {
  test_support::ReportLab lab;
  PageKeeper keeper(long_enough);
  const auto first = keeper.page(lab.lab.lab(), facts);
  EXPECT_THAT(first->html, HasSubstr("Which link holds"));
  EXPECT_EQ(keeper.page(lab.lab.lab(), facts), first);
}

TEST(PageKeeper, MakesAnotherPageWhenTheLabOrTheServersChange) {
  test_support::ReportLab lab;
  PageKeeper keeper(long_enough);
  const auto first = keeper.page(lab.lab.lab(), facts);
  lab.lab.must("ADDUSER NEWUSER", "THERE");
  const auto second = keeper.page(lab.lab.lab(), facts);
  EXPECT_THAT(second->html, HasSubstr("NEWUSER"));
  EXPECT_NE(second->etag, first->etag);
  PageFacts other = facts;
  other.served.front().trouble = "ring SRV/Ring has no default";
  EXPECT_THAT(keeper.page(lab.lab.lab(), other)->html, HasSubstr("ring SRV/Ring has no default"));
}

TEST(PageKeeper, MakingAPageDoesNotChangeTheLab) {
  test_support::ReportLab lab;
  const auto version = lab.lab.lab().data_version();
  const std::string before = lab.lab.lab().fingerprint();
  (void)PageKeeper(long_enough).page(lab.lab.lab(), facts);
  EXPECT_EQ(lab.lab.lab().fingerprint(), before);
  EXPECT_EQ(lab.lab.lab().data_version(), version);
}

TEST(PageKeeper, WhoDoesNotWaitGetsTheEarlierPageOrOneWithoutLinks) {
  test_support::ReportLab lab;
  PageKeeper keeper(milliseconds(0));
  const auto quick = keeper.page(lab.lab.lab(), facts);
  EXPECT_THAT(quick->html, Not(HasSubstr("Which link holds")));
  auto whole = quick;
  for (int turn = 0; turn < 6'000 && whole->etag == quick->etag; ++turn) {
    std::this_thread::sleep_for(milliseconds(10));
    whole = keeper.page(lab.lab.lab(), facts);
  }
  EXPECT_THAT(whole->html, HasSubstr("Which link holds"));
  lab.lab.must("ADDUSER NEWUSER", "THERE");
  EXPECT_EQ(keeper.page(lab.lab.lab(), facts), whole);
}

}  // namespace
}  // namespace ringside::page
