// tests/twin/load/setropts_test.cpp - the options of classes from a listing of SETROPTS LIST.
#include "twin/load/setropts.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"
#include "twin/load/refused.hpp"

namespace ringside::twin {
namespace {

database::Attributes options_in(const std::vector<database::ClassOption>& options, const std::string& profile_class) {
  for (const auto& option : options)
    if (option.profile_class == profile_class) return option.options;
  return {};
}

TEST(Setropts, ListingGivesTheClassesOfEachOptionAlsoOnTheNextLines) {
  const auto options = read_setropts(
      "READY\nATTRIBUTES = INITSTATS WHEN(PROGRAM -- BASIC)\nSTATISTICS = NONE\n"
      "ACTIVE CLASSES = DATASET USER GROUP ACCTNUM\n                 FACILITY RDATALIB\n"
      "GENERIC PROFILE CLASSES = DATASET FACILITY\nSETR RACLIST CLASSES = FACILITY\n"
      "AUTOMATIC DATASET PROTECTION IS IN EFFECT\n  MORE WORDS\n");
  EXPECT_THAT(options_in(options, "FACILITY"), testing::ElementsAre("CLASSACT", "GENERIC", "RACLIST"));
  EXPECT_THAT(options_in(options, "RDATALIB"), testing::ElementsAre("CLASSACT"));
  EXPECT_TRUE(options_in(options, "MORE").empty());
  EXPECT_FALSE(options_in(options, "DATASET").contains("CLASSACT"));
}

TEST(Setropts, ListingOfALabGivesItsOptionsBack) {
  test_support::RacfLab lab("2013-05-17", {}, racf::Preparation::prepared);
  const auto options = read_setropts(lab.shown("SETROPTS LIST"));
  for (const auto& one : lab.lab().database_of(lab.session().system).classes.all())
    EXPECT_EQ(options_in(options, one.profile_class), one.options) << one.profile_class;
}

TEST(Setropts, ListingTellsWhetherCreatorsGetAccess) {
  const std::string classes = "ACTIVE CLASSES = FACILITY\n";
  EXPECT_THAT(options_in(read_setropts(classes + "ADDCREATOR IS NOT IN EFFECT\n"), "SETROPTS:"),
              testing::ElementsAre("NOADDCREATOR"));
  EXPECT_THAT(options_in(read_setropts(classes + " ADDCREATOR IS IN EFFECT"), "SETROPTS:"),
              testing::ElementsAre("ADDCREATOR"));
  EXPECT_TRUE(options_in(read_setropts(classes), "SETROPTS:").empty());
}

TEST(Setropts, TextWithoutClassesIsRefused) {
  EXPECT_THROW(static_cast<void>(read_setropts("")), Refused);
  EXPECT_THROW(static_cast<void>(read_setropts("ICH14063I SETROPTS command complete.\n")), Refused);
}

}  // namespace
}  // namespace ringside::twin
