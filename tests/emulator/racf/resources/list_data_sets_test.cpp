// tests/emulator/racf/resources/list_data_sets_test.cpp - LISTDSD.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Listdsd : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("ADDUSER ANN");
    lab.put_text("ANN.TEST.DATA", "x");
    lab.must("ADDSD 'ANN.TEST.DATA' UACC(READ) OWNER(ANN)");
    lab.must("ADDSD 'ANN.TEST.*' OWNER(ANN)");
  }
  /// The profiles that a command lists, in order.
  std::vector<std::string> listed(const std::string& operands) {
    std::vector<std::string> names;
    for (const std::string& line : lab.run("LISTDSD " + operands).shown())
      if (line.starts_with("INFORMATION FOR DATASET ")) names.push_back(line.substr(24));
    return names;
  }
  RacfLab lab{"2023-06-07"};
};

TEST_F(Listdsd, IsLaidOutAsOnARealSystem) {
  expect_golden("racf/listdsd.txt", [&] {
    std::string text;
    for (const std::string& line : lab.run_as("ANN", "LISTDSD DATASET('ANN.TEST.DATA')").shown()) text += line + "\n";
    return text;
  }());
  expect_golden("racf/listdsd_generic.txt", [&] {
    std::string text;
    for (const std::string& line : lab.run_as("ANN", "LISTDSD DATASET('ANN.TEST.*')").shown()) text += line + "\n";
    return text;
  }());
}

TEST_F(Listdsd, WithAllShowsHistoryCountsAccessAndDataSets) {
  lab.must("ADDSD 'IZU.**' DATA('the installation') ERASE WARNING NOTIFY(ANN) AUDIT(ALL(READ))");
  lab.must("PERMIT 'IZU.**' ID(ANN) ACCESS(UPDATE)");
  lab.put_text("IZU.CONFIG", "x");
  expect_golden("racf/listdsd_all.txt", lab.shown("LISTDSD DATASET('ANN.TEST.DATA' 'IZU.**') ALL"));
}

TEST_F(Listdsd, SelectsByNamePrefixAndUser) {
  EXPECT_THAT(listed("PREFIX(ANN.T)"), ElementsAre("ANN.TEST.* (G)", "ANN.TEST.DATA"));
  EXPECT_THAT(listed("ID(ANN)"), ElementsAre("ANN.TEST.* (G)", "ANN.TEST.DATA"));
  EXPECT_THAT(listed("ID(ANN) GENERIC"), ElementsAre("ANN.TEST.* (G)"));
  EXPECT_THAT(listed("ID(ANN) NOGENERIC"), ElementsAre("ANN.TEST.DATA"));
  EXPECT_THAT(listed("DATASET('ANN.TEST.OTHER') GENERIC"), ElementsAre("ANN.TEST.* (G)"));
  EXPECT_THAT(lab.run("LISTDSD DATASET('ANN.TEST.OTHER')").shown(),
              ElementsAre("ICH35003I NO RACF DESCRIPTION FOUND FOR ANN.TEST.OTHER"));
  EXPECT_THAT(message_ids(lab.run("LISTDSD")), ElementsAre("ICH35003I"));
  EXPECT_EQ(lab.run("LISTDSD PREFIX(NONE)").return_code, 4);
}

TEST_F(Listdsd, ShowsOnlyTheDataSetsThatTheProfileCovers) {
  lab.put_text("ANN.TEST.OTHER", "x");
  lab.put_text("ANN.TEST.OTHER.DEEPER", "x");
  const std::vector<std::string> lines = lab.run("LISTDSD DATASET('ANN.TEST.*') DSNS").shown();
  EXPECT_THAT(lines, Contains("ANN.TEST.OTHER"));
  EXPECT_THAT(lines, Not(Contains("ANN.TEST.DATA")));
  EXPECT_THAT(lines, Not(Contains("ANN.TEST.OTHER.DEEPER")));
}

TEST_F(Listdsd, TakesReadAccess) {
  lab.must("ADDUSER BOB");
  EXPECT_THAT(lab.run_as("BOB", "LISTDSD DATASET('ANN.TEST.*')").shown(),
              ElementsAre("ICH35002I NOT AUTHORIZED TO LIST ANN.TEST.*"));
  EXPECT_THAT(lab.run_as("BOB", "LISTDSD DATASET('ANN.TEST.DATA')").shown(),
              Contains(HasSubstr(" READ         SYS1           NON-VSAM")));
}

}  // namespace
}  // namespace ringside::racf
