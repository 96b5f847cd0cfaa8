// tests/harness/play/line_diff_test.cpp - how one text differs from another: the difference must lead from one to the
// other.
#include "harness/play/line_diff.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LineDiff, SaysNothingOfEqualTexts) {
  EXPECT_THAT(line_diff("", ""), IsEmpty());
  EXPECT_THAT(line_diff("a\nb\n", "a\nb\n"), IsEmpty());
}

TEST(LineDiff, NamesBlocksByTheirFirstLine) {
  EXPECT_THAT(line_diff("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"), ElementsAre("@ 2", "-b", "+x", "@ 5", "+e"));
  EXPECT_THAT(line_diff("", "a\n"), ElementsAre("@ 1", "+a"));
  EXPECT_THAT(line_diff("a\n", ""), ElementsAre("@ 1", "-a"));
}

TEST(LineDiff, TakesALargeDifferenceForOneBlock) {
  std::string before, after;
  for (int i = 0; i < 3000; ++i) before += "b" + std::to_string(i) + "\n";
  for (int i = 0; i < 3000; ++i) after += "a" + std::to_string(i) + "\n";
  const auto lines = line_diff("x\n" + before + "y\n", "x\n" + after + "y\n");
  ASSERT_EQ(lines.size(), 6001U);
  EXPECT_EQ(lines.front(), "@ 2");
}

/// What the difference makes of `before`.
std::string applied(const std::string& before, const std::vector<std::string>& diff) {
  const auto lines = base::lines(before);
  std::size_t at = 0;
  std::string after;
  for (const std::string& line : diff) {
    if (line[0] == '@')
      for (; at + 1 < std::stoul(line.substr(2)); ++at) after += lines[at] + "\n";
    else if (line[0] == '+')
      after += line.substr(1) + "\n";
    else
      EXPECT_EQ(lines[at++], line.substr(1));
  }
  for (; at < lines.size(); ++at) after += lines[at] + "\n";
  return after;
}

TEST(LineDiff, LeadsFromOneTextToTheOther) {
  std::minstd_rand random(1);
  const auto text = [&] {
    std::string lines;
    for (auto count = random() % 9; count > 0; --count)
      lines += std::string(1, static_cast<char>('a' + random() % 3)) + "\n";
    return lines;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string before = text(), after = text();
    EXPECT_EQ(applied(before, line_diff(before, after)), after);
  }
}

}  // namespace
}  // namespace ringside::harness
