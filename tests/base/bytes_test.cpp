// tests/base/bytes_test.cpp - raw bytes to text and hex, and back.
#include "base/bytes.hpp"

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(Bytes, TextKeepsEveryOctet) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(to_text(to_bytes(all)), all);
  EXPECT_EQ(to_bytes(all).at(255), 0xff);
}

TEST(Bytes, HexIsUpperCaseTwoDigitsAnOctet) {
  EXPECT_EQ(hex(Bytes{0x00, 0x0a, 0xff}), "000AFF");
  EXPECT_EQ(hex({}), "");
}

TEST(Bytes, HexIsReadInEitherCase) {
  Bytes out;
  ASSERT_TRUE(from_hex("dEaDbeEF", out));
  EXPECT_EQ(out, (Bytes{0xde, 0xad, 0xbe, 0xef}));
  ASSERT_TRUE(from_hex("", out));
  EXPECT_TRUE(out.empty());
}

TEST(Bytes, WhatIsNoHexIsRefused) {
  Bytes out;
  for (const char* text : {"0", "0g", "g0", " 00", "0x00", "00 1"}) EXPECT_FALSE(from_hex(text, out)) << text;
}

}  // namespace
}  // namespace ringside::base
