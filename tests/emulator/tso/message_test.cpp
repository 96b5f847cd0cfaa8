// tests/emulator/tso/message_test.cpp - the table of the messages of TSO's own commands.
#include "emulator/tso/message.hpp"

#include <set>

#include <gtest/gtest.h>

namespace ringside::tso {
namespace {

TEST(TsoMessages, HaveNumbersOfTheirOwnAndASource) {
  std::set<std::string_view> numbers;
  for (const auto& row : messages().rows()) {
    EXPECT_TRUE(numbers.insert(row.number).second) << row.number;
    EXPECT_FALSE(row.source.empty()) << row.number;
    EXPECT_NE(row.mark, base::Mark::own) << row.number;
  }
}

TEST(TsoMessages, RaiseTheReturnCodeOfTheCommand) {
  host::CommandResult result;
  say(result, MessageId::idc1566i, {"A.B"});
  EXPECT_EQ(result.return_code, 4);
  EXPECT_EQ(result.shown().front(), "IDC1566I ** A.B NOT LISTED");
}

}  // namespace
}  // namespace ringside::tso
