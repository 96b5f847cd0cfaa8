// tests/base/ebcdic_test.cpp - IBM-1047 against what GNU iconv makes of it.
#include "base/ebcdic.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(Ebcdic, TheSixOctetsThatSetThisPageApartFromIbm037) {
  // `printf '\x5f\xad\xb0\xba\xbb\xbd' | iconv -f IBM1047 -t UTF-8`. IBM-037 has not-sign Y-acute ^ [ ] diaeresis
  // there.
  const Bytes octets{0x5f, 0xad, 0xb0, 0xba, 0xbb, 0xbd};
  EXPECT_EQ(from_ebcdic(octets), "^[\u00ac\u00dd\u00a8]");
  EXPECT_EQ(to_ebcdic("^[\u00ac\u00dd\u00a8]"), octets);
}

TEST(Ebcdic, PrintableAsciiIsWhatIconvMakesOfIt) {
  // `iconv -f ISO-8859-1 -t IBM1047` of X'20' to X'7E'.
  Bytes expected;
  ASSERT_TRUE(
      from_hex("405A7F7B5B6C507D4D5D5C4E6B604B61F0F1F2F3F4F5F6F7F8F97A5E4C7E6E6F"
               "7CC1C2C3C4C5C6C7C8C9D1D2D3D4D5D6D7D8D9E2E3E4E5E6E7E8E9ADE0BD5F6D"
               "79818283848586878889919293949596979899A2A3A4A5A6A7A8A9C04FD0A1",
               expected));
  std::string ascii;
  for (char c = ' '; c <= '~'; ++c) ascii += c;
  EXPECT_EQ(hex(to_ebcdic(ascii)), hex(expected));
}

TEST(Ebcdic, EveryOctetComesBack) {
  Bytes all;
  for (int i = 0; i < 256; ++i) all.push_back(static_cast<std::uint8_t>(i));
  EXPECT_EQ(to_ebcdic(from_ebcdic(all)), all);
}

TEST(Ebcdic, TheCentSignOfProfileNamesIsX4A) {
  EXPECT_EQ(to_ebcdic("\u00a2"), Bytes{0x4a});
}

TEST(Ebcdic, ACharacterThatThePageLacksBecomesOneQuestionMark) {
  EXPECT_EQ(from_ebcdic(to_ebcdic("5 \u20ac, \U0001f511!")), "5 ?, ?!");
}

TEST(Ebcdic, BrokenUtf8LosesNoFollowingCharacter) {
  EXPECT_EQ(from_ebcdic(to_ebcdic("a\xa2z")), "a?z") << "a continuation alone";
  EXPECT_EQ(from_ebcdic(to_ebcdic("a\xc2z")), "a?z") << "a lead without continuation";
  EXPECT_EQ(from_ebcdic(to_ebcdic("a\xe2\x82z")), "a?z") << "a character cut short";
  EXPECT_EQ(from_ebcdic(to_ebcdic("a\xc3")), "a?") << "cut short by the end";
}

TEST(Ebcdic, TextIsPrintableCharactersAndTabs) {
  EXPECT_TRUE(is_ebcdic_text(to_ebcdic("-----BEGIN CERTIFICATE-----\t[\u00e4]")));
  EXPECT_TRUE(is_ebcdic_text({}));
  EXPECT_FALSE(is_ebcdic_text(to_ebcdic("line\n")));
  EXPECT_FALSE(is_ebcdic_text(Bytes{0x30, 0x82})) << "DER";
  EXPECT_FALSE(is_ebcdic_text(Bytes{0x00}));
  EXPECT_FALSE(is_ebcdic_text(Bytes{0xff})) << "the eight-ones character, a C1 control outside";
}

}  // namespace
}  // namespace ringside::base
