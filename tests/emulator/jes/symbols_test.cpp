// tests/emulator/jes/symbols_test.cpp - &SYSUID in operands.
#include "emulator/jes/symbols.hpp"

#include <gmock/gmock.h>

namespace ringside::jes {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Replaced {
  std::string text;
  std::vector<std::string> unknown;
};

Replaced replace(std::string_view text) {
  Replaced result;
  result.text = with_symbols(text, "IBMUSER", result.unknown);
  return result;
}

TEST(Symbols, EndAtAPeriodWhichGoesAway) {
  EXPECT_EQ(replace("&SYSUID").text, "IBMUSER");
  EXPECT_EQ(replace("&SYSUID..CERT").text, "IBMUSER.CERT");
  EXPECT_EQ(replace("&SYSUID.1").text, "IBMUSER1");
  EXPECT_EQ(replace("A.&SYSUID..B,&SYSUID").text, "A.IBMUSER.B,IBMUSER");
}

TEST(Symbols, WithoutAValueStayAndAreNamedOnce) {
  const auto result = replace("&SYSUUID..X.&SYSUUID");
  EXPECT_EQ(result.text, "&SYSUUID..X.&SYSUUID");
  EXPECT_THAT(result.unknown, ElementsAre("SYSUUID"));
}

TEST(Symbols, AreNotBegunByADoubledAmpersandOrByOneAlone) {
  EXPECT_EQ(replace("&&TEMP").text, "&&TEMP");
  EXPECT_THAT(replace("&&TEMP").unknown, IsEmpty());
  EXPECT_EQ(replace("A & B").text, "A & B");
  EXPECT_THAT(replace("A & B").unknown, IsEmpty());
}

TEST(Symbols, BetweenApostrophesMeanSomethingInParmOnly) {
  std::vector<std::string> unknown;
  parser::JclOperand parm{"PARM", "LU &SYSUID", {}, true};
  parser::JclOperand other{"EMAIL", "&SYSUID", {}, true};
  resolve_symbols(parm, "IBMUSER", unknown);
  resolve_symbols(other, "IBMUSER", unknown);
  EXPECT_EQ(parm.text, "LU IBMUSER");
  EXPECT_EQ(other.text, "&SYSUID");
}

TEST(Symbols, AreReplacedInThePartsOfAList) {
  std::vector<std::string> unknown;
  parser::JclOperand list{"X", "(A,&SYSUID)", {{"", "A", {}, false}, {"", "&SYSUID", {}, false}}, false};
  resolve_symbols(list, "IBMUSER", unknown);
  EXPECT_EQ(list.text, "(A,IBMUSER)");
  EXPECT_EQ(list.parts[1].text, "IBMUSER");
}

}  // namespace
}  // namespace ringside::jes
