// tests/app/output/unload_diff_test.cpp - records of two unloads, compared field by field.
#include "app/output/unload_diff.hpp"

#include <gmock/gmock.h>

namespace ringside::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> differences(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  twin::SortedRecords before, after;
  for (const std::string& line : left) before.add(line);
  for (const std::string& line : right) after.add(line);
  before.sort();
  after.sort();
  std::vector<std::string> texts;
  const DifferenceCounts counts =
      compare_records(before, after, [&](const Difference& each) { texts.push_back(difference_text(each)); });
  EXPECT_EQ(counts.all(), texts.size());
  return texts;
}

TEST(UnloadDiff, TellsRecordsOfOneSideWithTheirFields) {
  EXPECT_THAT(differences({"0100 OLD      SYS1     2020-01-01 IBMUSER"}, {"0100 NEW      SYS1     2020-01-01 IBMUSER"}),
              ElementsAre("+ group basic data NEW: GPBD_SUPGRP_ID 'SYS1', GPBD_OWNER_ID 'IBMUSER'",
                          "- group basic data OLD: GPBD_SUPGRP_ID 'SYS1', GPBD_OWNER_ID 'IBMUSER'"));
}

TEST(UnloadDiff, TellsFieldsThatDifferByTheirNames) {
  EXPECT_THAT(differences({"0100 A        SYS1     2020-01-01 IBMUSER"}, {"0100 A        SYS1     2021-01-01 ADM"}),
              ElementsAre("~ group basic data A: GPBD_OWNER_ID 'IBMUSER' -> 'ADM'"));
}

TEST(UnloadDiff, IgnoresTheOrderBlanksAtTheEndAndStatistics) {
  EXPECT_THAT(differences({"0100 A        SYS1     2020-01-01 IBMUSER   ", "0100 B        SYS1"},
                          {"0100 B        SYS1", "0100 A        SYS1     2022-02-02 IBMUSER"}),
              IsEmpty());
}

TEST(UnloadDiff, TellsRecordsOfUnknownTypesAsAWhole) {
  EXPECT_THAT(differences({"9999 X"}, {"9999 Y"}),
              ElementsAre("- record of an unknown type 9999 X", "+ record of an unknown type 9999 Y"));
}

TEST(UnloadDiff, ShowsNoControlCharacters) {
  EXPECT_THAT(differences({}, {"9999 \x1b[2J"}), ElementsAre("+ record of an unknown type 9999 .[2J"));
}

}  // namespace
}  // namespace ringside::app
