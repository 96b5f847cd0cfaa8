// tests/emulator/racf/datalib/ring_info_test.cpp - which rings each search of GetRingInfo finds.
#include "emulator/racf/datalib/ring_info.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/racf/datalib/r_datalib.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf::datalib {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;

/// ALICE owns Web and App, in this order; BOB owns Web.
class RingSearches : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    for (const char* command :
         {"ADDUSER (ALICE BOB) DFLTGRP(SYS1)", "SETROPTS CLASSACT(FACILITY RDATALIB) RACLIST(RDATALIB)",
          "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
          "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(ALICE) ACCESS(UPDATE)", "RACDCERT ID(ALICE) ADDRING(Web)",
          "RACDCERT ID(ALICE) ADDRING(App)", "RACDCERT ID(BOB) ADDRING(Web)"})
      lab.must(command);
    if (GetParam()) lab.must("SETROPTS CLASSACT(DIGTRING) RACLIST(DIGTRING)");
  }
  std::vector<std::string> found(const std::string& owner, const std::string& ring, RingSearch search) {
    Service service(lab.lab(), lab.session().system, "ALICE");
    const auto infos = service.get_ring_info(owner, ring, std::nullopt, search);
    if (!infos) return {to_string(infos.error().codes)};
    std::vector<std::string> names;
    for (const RingInfo& info : infos->rings) names.push_back(racf::to_string(info.ring));
    return names;
  }
  RacfLab lab;
};

TEST_P(RingSearches, FindTheRingOrWhatFollowsIt) {
  EXPECT_THAT(found("ALICE", "App", RingSearch::named), ElementsAre("ALICE/App"));
  EXPECT_THAT(found("ALICE", "", RingSearch::named), ElementsAre("ALICE/Web", "ALICE/App"));
  EXPECT_THAT(found("ALICE", "App", RingSearch::after), ElementsAre("ALICE/Web", "BOB/Web"));
  EXPECT_THAT(found("ALICE", "App", RingSearch::of_owner_after), ElementsAre("ALICE/Web"));
  EXPECT_THAT(found("ALICE", "Web", RingSearch::of_name_after), ElementsAre("BOB/Web"));
  EXPECT_THAT(found("ALICE", "None", RingSearch::of_owner_after), ElementsAre("ALICE/Web")) << "it need not exist";
  EXPECT_THAT(found("BOB", "Web", RingSearch::after), ElementsAre("8/8/32"));
}

TEST_P(RingSearches, OneRingWithoutRightIsARefusal) {
  lab.must("RDEFINE RDATALIB BOB.WEB.LST UACC(NONE)");
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_THAT(found("ALICE", "App", RingSearch::after), ElementsAre("8/8/8"));
  EXPECT_THAT(found("ALICE", "App", RingSearch::of_owner_after), ElementsAre("ALICE/Web"));
}

INSTANTIATE_TEST_SUITE_P(Copies, RingSearches, testing::Bool(),
                         [](const auto& param) { return param.param ? "InStorage" : "Database"; });

}  // namespace
}  // namespace ringside::racf::datalib
