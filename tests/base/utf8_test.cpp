// tests/base/utf8_test.cpp - characters of UTF-8, and what each function does with octets that are none.
#include "base/utf8.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::base {
namespace {

using testing::Eq;
using testing::Optional;

constexpr const char* no_characters[] = {"\x80",
                                         "\xC2",
                                         "\xC1\x80",
                                         "\xC2z",
                                         "\xE2\x82",
                                         "\xE0\x80\x80",
                                         "\xED\xA0\x80",
                                         "\xF0\x80\x80\x80",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xFF"};

TEST(Utf8, ACharacterHasItsCodeAndLength) {
  const struct {
    const char* text;
    std::size_t length;
    char32_t code;
  } rows[] = {{"ab", 1, U'a'},           {"\u00A2b", 2, U'\u00A2'},         {"\u20ACb", 3, U'\u20AC'},
              {"\uFFFEb", 3, U'\uFFFE'}, {"\U0001F511b", 4, U'\U0001F511'}, {"\U0010FFFFb", 4, U'\U0010FFFF'}};
  for (const auto& row : rows) {
    const Utf8Step step = next_character(row.text);
    EXPECT_THAT(step.code, Optional(Eq(row.code))) << row.text;
    EXPECT_EQ(step.length, row.length) << row.text;
  }
}

TEST(Utf8, AnOctetOfNoCharacterIsOneStepWithoutCode) {
  for (const char* text : no_characters) {
    EXPECT_EQ(next_character(text).code, std::nullopt) << text;
    EXPECT_EQ(next_character(text).length, 1U) << text;
    EXPECT_FALSE(is_utf8(text)) << text;
  }
}

TEST(Utf8, ASequenceMayBeASurrogateOrOverlongButIsWhole) {
  EXPECT_THAT(next_sequence("\xED\xA0\x80").code, Optional(Eq(char32_t{0xD800})));
  EXPECT_THAT(next_sequence("\xE0\x80\x80").code, Optional(Eq(U'\0')));
  for (const char* text : {"\x80", "\xC2", "\xC1\x80", "\xE2\x82", "\xF5\x80\x80\x80"})
    EXPECT_EQ(next_sequence(text).code, std::nullopt) << text;
}

TEST(Utf8, TheOctetsThatBelongTogetherAreThoseThatAreThere) {
  EXPECT_EQ(sequence_length("ab"), 1U);
  EXPECT_EQ(sequence_length("\u20ACb"), 3U);
  EXPECT_EQ(sequence_length("\xE2\x82z"), 2U);
  EXPECT_EQ(sequence_length("\xF8\x80\x80\x80\x80"), 4U);
  EXPECT_EQ(sequence_length("\x80\x80"), 1U);
}

TEST(Utf8, AnnouncedOctetsAreTakenWhateverTheyAre) {
  EXPECT_EQ(announced_character("ab"), "a");
  EXPECT_EQ(announced_character("\xE9tude"), "\xE9tu");
  EXPECT_EQ(announced_character("\x80z"), "\x80z");
  EXPECT_EQ(announced_character("\xF0z"), "\xF0z") << "the end of the text";
}

TEST(Utf8, Latin1AndControlCharactersAreKnown) {
  for (const char* text : {"a", "\u00FF"}) EXPECT_TRUE(is_latin1(text)) << text;
  for (const char* text : {"\u0100", "\u20AC", "\U0001F511"}) EXPECT_FALSE(is_latin1(text)) << text;
  for (const char* text : {"\x1b", "\x7f", "\u0080", "\u009F"}) EXPECT_TRUE(is_control(text)) << text;
  for (const char* text : {" ", "~", "\u00A0", "\xC2", "\u20AC"}) EXPECT_FALSE(is_control(text)) << text;
}

TEST(Utf8, CharactersAreCountedAndCut) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("a\u00A2\u20AC\U0001F511"), 4U);
  EXPECT_EQ(count_characters("\xE2z\x80"), 2U) << "a continuation octet counts with what is before it";
  EXPECT_EQ(first_characters("a\u00A2\u20AC", 2), "a\u00A2");
  EXPECT_EQ(first_characters("a\u00A2\u20AC", 9), "a\u00A2\u20AC");
  EXPECT_EQ(first_characters("a", 0), "");
}

TEST(Utf8, EveryCodeIsEncodedAsItIsDecoded) {
  for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x1000 ? 1 : 0xFF) {
    const std::string octets = encoded(code);
    const Utf8Step step = next_sequence(octets);
    ASSERT_THAT(step.code, Optional(Eq(code)));
    ASSERT_EQ(step.length, octets.size());
  }
  EXPECT_EQ(encoded(0xD800), "\xED\xA0\x80") << "a lone surrogate";
}

TEST(Utf8, AWellFormedTextStaysAndOfAnotherEachWrongOctetBecomesAQuestionMark) {
  EXPECT_EQ(well_formed("a\u00A2\n\u20AC"), "a\u00A2\n\u20AC");
  EXPECT_EQ(well_formed("a\xE2\x82z\xFF"), "a??z?");
  EXPECT_EQ(well_formed("a\uFFFEz\uFFFF\uFFFD"), "a???z???\uFFFD") << "XML 1.0 forbids both";
  for (const char* text : no_characters) EXPECT_EQ(well_formed(text).front(), '?') << text;
}

}  // namespace
}  // namespace ringside::base
