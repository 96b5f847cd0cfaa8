// tests/connectors/datalib/modes_test.cpp - code page, order of octets and filling, as variables and calls set them.
#include "connectors/datalib/modes.hpp"

#include <map>

#include <ringside/irrsdl.h>

#include <gtest/gtest.h>

namespace ringside::connectors::datalib {
namespace {

Modes modes_of(const std::map<std::string, std::string>& values) {
  return modes_from([&](const std::string& name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(Modes, AreAsciiNativeAndFilledWithEbcdicBlanks) {
  for (const char* unknown : {"", "utf16", "BIG"}) {
    const Modes modes = modes_of({{"RINGSIDE_DATALIB_TEXT", unknown}, {"RINGSIDE_DATALIB_ORDER", unknown}});
    EXPECT_FALSE(modes.ebcdic);
    EXPECT_FALSE(modes.big);
    EXPECT_EQ(modes.pad, 0x40);
    EXPECT_FALSE(modes.check);
  }
}

TEST(Modes, ComeFromVariables) {
  const Modes modes = modes_of({{"RINGSIDE_DATALIB_TEXT", "ebcdic"},
                                {"RINGSIDE_DATALIB_ORDER", "big"},
                                {"RINGSIDE_DATALIB_PAD", "20"},
                                {"RINGSIDE_DATALIB_CHECK", "1"}});
  EXPECT_TRUE(modes.ebcdic);
  EXPECT_TRUE(modes.big);
  EXPECT_EQ(modes.pad, 0x40) << "X'20' is no blank in EBCDIC";
  EXPECT_TRUE(modes.check);
  EXPECT_EQ(modes_of({{"RINGSIDE_DATALIB_PAD", "20"}}).pad, 0x20);
}

TEST(Modes, ACallComesBeforeTheVariables) {
  EXPECT_EQ(ringside_datalib_mode(2, 0), -1);
  EXPECT_EQ(ringside_datalib_mode(0, -2), -1);
  EXPECT_EQ(ringside_datalib_mode(RINGSIDE_DATALIB_TEXT_EBCDIC, RINGSIDE_DATALIB_ORDER_NATIVE), 0);
  EXPECT_TRUE(modes_of({}).ebcdic);
  EXPECT_FALSE(modes_of({{"RINGSIDE_DATALIB_ORDER", "big"}}).big);
  EXPECT_EQ(ringside_datalib_mode(-1, -1), 0);
  EXPECT_FALSE(modes_of({}).ebcdic);
  EXPECT_TRUE(modes_of({{"RINGSIDE_DATALIB_ORDER", "big"}}).big);
}

}  // namespace
}  // namespace ringside::connectors::datalib
