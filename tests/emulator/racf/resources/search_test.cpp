// tests/emulator/racf/resources/search_test.cpp - SEARCH.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;
using testing::HasSubstr;

class Search : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* command :
         {"ADDGROUP CREW OMVS(GID(7))", "ADDUSER ANN", "ADDUSER BOB OMVS(UID(12))", "SETROPTS GENERIC(FACILITY)",
          "RDEFINE FACILITY (IRR.DIGTCERT.ADD BPX.SUPERUSER) UACC(NONE)",
          "RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE) WARNING LEVEL(3)", "RDEFINE FACILITY BPX.DAEMON UACC(READ)",
          "PERMIT IRR.DIGTCERT.ADD CLASS(FACILITY) ID(ANN) ACCESS(READ)"})
      lab.must(command);
  }
  std::vector<std::string> found(const std::string& operands, const std::string& user = "IBMUSER") {
    return lab.run_as(user, "SEARCH " + operands).shown();
  }
  RacfLab lab;
};

TEST_F(Search, ListsAClassAndMarksGenericProfiles) {
  EXPECT_THAT(found("CLASS(FACILITY)"),
              ElementsAre("BPX.DAEMON", "BPX.SUPERUSER", "IRR.DIGTCERT.* (G)", "IRR.DIGTCERT.ADD"));
  EXPECT_THAT(found("CLASS(FACILITY) NOGENERIC MASK(IRR)"), ElementsAre("IRR.DIGTCERT.ADD"));
  EXPECT_THAT(found("CLASS(FACILITY) GENERIC"), ElementsAre("IRR.DIGTCERT.* (G)"));
  EXPECT_TRUE(found("CLASS(FACILITY) NOLIST").empty());
}

TEST_F(Search, MasksAndFiltersNames) {
  EXPECT_THAT(found("CLASS(FACILITY) MASK(BPX)"), ElementsAre("BPX.DAEMON", "BPX.SUPERUSER"));
  EXPECT_THAT(found("CLASS(FACILITY) MASK(BPX SUPER)"), ElementsAre("BPX.SUPERUSER"));
  EXPECT_THAT(found("CLASS(FACILITY) MASK(* .D)"), ElementsAre("BPX.DAEMON", "IRR.DIGTCERT.* (G)", "IRR.DIGTCERT.ADD"));
  EXPECT_THAT(found("CLASS(FACILITY) FILTER(*.D%%%ON)"), ElementsAre("BPX.DAEMON"));
  EXPECT_THAT(found("CLASS(FACILITY) FILTER(BPX.**)"), ElementsAre("BPX.DAEMON", "BPX.SUPERUSER"));
  const host::CommandResult both = lab.run("SEARCH CLASS(FACILITY) FILTER(BPX.**) MASK(B)");
  EXPECT_EQ(both.return_code, 8);
}

TEST_F(Search, KnowsUsersGroupsAndTheirNumbers) {
  EXPECT_THAT(found("CLASS(USER) MASK(B)"), ElementsAre("BOB"));
  EXPECT_THAT(found("CLASS(USER) UID(12)"), ElementsAre("BOB"));
  EXPECT_THAT(found("CLASS(GROUP) GID(7)"), ElementsAre("CREW"));
}

TEST_F(Search, LooksAtWarningAndLevel) {
  EXPECT_THAT(found("CLASS(FACILITY) WARNING"), ElementsAre("IRR.DIGTCERT.* (G)"));
  EXPECT_THAT(found("CLASS(FACILITY) LEVEL(3)"), ElementsAre("IRR.DIGTCERT.* (G)"));
}

TEST_F(Search, ShowsAUserWhatHeMayRead) {
  EXPECT_THAT(found("CLASS(FACILITY)", "ANN"), ElementsAre("BPX.DAEMON", "IRR.DIGTCERT.ADD"));
  EXPECT_THAT(found("CLASS(FACILITY) USER(ANN)"), ElementsAre("BPX.DAEMON", "IRR.DIGTCERT.ADD"));
  EXPECT_EQ(lab.run_as("ANN", "SEARCH CLASS(FACILITY) USER(BOB)").return_code, 8);
  EXPECT_THAT(found("CLASS(USER)", "ANN"), ElementsAre("ANN"));
}

TEST_F(Search, SaysThatNothingMeetsTheCriteria) {
  const host::CommandResult result = lab.run("SR CLASS(FACILITY) MASK(ZZZ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH31005I NO ENTRIES MEET SEARCH CRITERIA"));
}

}  // namespace
}  // namespace ringside::racf
