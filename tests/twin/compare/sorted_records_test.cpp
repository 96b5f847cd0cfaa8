// tests/twin/compare/sorted_records_test.cpp - records come back in the order of their keys.
#include "twin/compare/sorted_records.hpp"

#include <gmock/gmock.h>

namespace ringside::twin {
namespace {

std::vector<std::string> sorted(const std::vector<std::string>& lines) {
  SortedRecords records;
  for (const std::string& line : lines) records.add(line);
  records.sort();
  std::vector<std::string> found;
  while (const auto record = records.next()) found.push_back(record->line());
  return found;
}

TEST(SortedRecords, ComeByTypeAndProfileWhateverTheirOrderWas) {
  EXPECT_THAT(sorted({"0200 B", "0100 SYS1", "0200 A        2020-01-01", "0205 A        SYS1"}),
              testing::ElementsAre("0100 SYS1", "0200 A        2020-01-01", "0200 B", "0205 A        SYS1"));
}

TEST(SortedRecords, OfTheSameKeyStayInTheirOrder) {
  EXPECT_THAT(sorted({"0200 A        2", "0200 A        1"}),
              testing::ElementsAre("0200 A        2", "0200 A        1"));
}

TEST(SortedRecords, MayBeNoneOrMany) {
  EXPECT_THAT(sorted({}), testing::IsEmpty());
  std::vector<std::string> many;
  for (int number = 20'000; number > 0; --number) many.push_back("0200 U" + std::to_string(number));
  EXPECT_EQ(sorted(many).size(), many.size());
}

}  // namespace
}  // namespace ringside::twin
