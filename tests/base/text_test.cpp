// tests/base/text_test.cpp - small operations on text.
#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

TEST(Text, CaseChangesAsciiLettersOnly) {
  EXPECT_EQ(upper("izu.ca-1 \xc3\xa4"), "IZU.CA-1 \xc3\xa4");
  EXPECT_EQ(lower("IZU.CA-1 \xc3\x84"), "izu.ca-1 \xc3\x84");
}

TEST(Text, TrimTakesBlanksAndNothingElse) {
  EXPECT_EQ(trim("  a b  "), "a b");
  EXPECT_EQ(trim("\ta\t"), "\ta\t");
  EXPECT_EQ(trim("   "), "");
  EXPECT_EQ(trim_right("  a  "), "  a");
}

TEST(Text, PaddingCutsOrFillsToTheWidth) {
  EXPECT_EQ(pad_right("abc", 5), "abc  ");
  EXPECT_EQ(pad_right("abcdef", 5), "abcde");
  EXPECT_EQ(pad_right("", 2), "  ");
  EXPECT_EQ(pad_right("abc", 0), "");
}

TEST(Text, PaddingCountsCharactersAndNeverCutsOne) {
  EXPECT_EQ(pad_right("00.CN=a\u00a2b", 10), "00.CN=a\u00a2b ");
  EXPECT_EQ(pad_right("\u00a2\u00a2\u00a2", 2), "\u00a2\u00a2");
}

TEST(Text, ReplacesEveryOccurrenceOnceAndNotItsOwnOutput) {
  EXPECT_EQ(replace_all("a b c", " ", "\u00a2"), "a\u00a2b\u00a2c");
  EXPECT_EQ(replace_all("aaa", "aa", "aab"), "aaba");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
  EXPECT_EQ(replace_all("", "a", "x"), "");
}

TEST(Text, SplitKeepsEmptyPartsAndJoinIsItsInverse) {
  EXPECT_THAT(split("a..b.", '.'), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", '.'), ElementsAre(""));
  EXPECT_EQ(join(split("a..b.", '.'), "."), "a..b.");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(Text, LinesEndInEitherWayAndALastEndAddsNone) {
  EXPECT_THAT(lines("a\nb\r\n\nc"), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(lines("a\n"), ElementsAre("a"));
  EXPECT_THAT(lines("\n"), ElementsAre(""));
  EXPECT_THAT(lines(""), IsEmpty());
}

TEST(Text, NumbersAreDigitsAloneAndWithinTheBound) {
  EXPECT_THAT(number("0", 9), Optional(0));
  EXPECT_THAT(number("0042", 42), Optional(42));
  for (const char* text : {"", "-1", "+1", " 1", "1 ", "1x", "43", "99999999999999999999999"})
    EXPECT_EQ(number(text, 42), std::nullopt) << text;
}

TEST(Text, PrintableTextHoldsNoControlCharacters) {
  EXPECT_EQ(printable("CN=a\x1b[31mred\x7f\n"), "CN=a.[31mred..");
  EXPECT_EQ(printable("a\xc2\x9b"
                      "2J"),
            "a.2J");
  EXPECT_EQ(printable("\u00a2 \u00fc \u20ac"), "\u00a2 \u00fc \u20ac");
}

}  // namespace
}  // namespace ringside::base
