// tests/base/utf8_test.cpp - characters of UTF-8 by their length, and what is none.
#include "base/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(Utf8, CharactersHaveTheirLength) {
  EXPECT_EQ(utf8_length("ab"), 1U);
  EXPECT_EQ(utf8_length("\u00A2b"), 2U);
  EXPECT_EQ(utf8_length("\u20ACb"), 3U);
  EXPECT_EQ(utf8_length("\U0001F511b"), 4U);
}

TEST(Utf8, WhatIsNoCharacterHasNone) {
  for (const char* text : {"\x80", "\xC2", "\xC1\x80", "\xE2\x82", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                           "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xEF\xBF\xBE", "\xFF"})
    EXPECT_EQ(utf8_length(text), 0U) << std::string(text);
}

TEST(Utf8, AWellFormedTextStaysAndOfAnotherEachWrongOctetBecomesAQuestionMark) {
  EXPECT_EQ(well_formed("a\u00A2\n\u20AC"), "a\u00A2\n\u20AC");
  EXPECT_EQ(well_formed("a\xE2\x82z\xFF"), "a??z?");
}

}  // namespace
}  // namespace ringside::base
