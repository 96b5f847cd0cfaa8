// tests/emulator/jes/message_test.cpp - the table of job messages.
#include "emulator/jes/message.hpp"

#include <set>

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::jes {
namespace {

TEST(JobMessages, HaveNumbersOfTheirOwnAndASource) {
  std::set<std::string_view> numbers;
  for (const auto& rule : messages().rows()) {
    EXPECT_TRUE(numbers.insert(rule.number).second) << rule.number;
    EXPECT_FALSE(rule.source.empty()) << rule.number;
    EXPECT_EQ(rule.mark == base::Mark::own, rule.number.starts_with("RSD")) << rule.number;
  }
}

TEST(JobMessages, TakeTheirInsertsInOrder) {
  EXPECT_EQ(message(MessageId::ief212i, {"JOB1", "STEP1", "SYSTSIN"}),
            "IEF212I JOB1 STEP1 SYSTSIN - DATA SET NOT FOUND");
  EXPECT_EQ(message(MessageId::iefc607i, {}), "IEFC607I JOB HAS NO STEPS");
}

TEST(JobMessages, KeepBracesThatAnInsertBrings) {
  EXPECT_EQ(messages().text(MessageId::ief236i, {"{}", "X"}), "ALLOC. FOR {} X");
}

TEST(JobMessages, WithAWrongNumberOfInsertsAreAFaultOfOurs) {
  EXPECT_THROW(message(MessageId::ief236i, {"JOB1"}), base::Fault);
  EXPECT_THROW(message(MessageId::iefc607i, {"JOB1"}), base::Fault);
}

}  // namespace
}  // namespace ringside::jes
