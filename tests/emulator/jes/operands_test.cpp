// tests/emulator/jes/operands_test.cpp - the tables of JCL operands.
#include "emulator/jes/operands.hpp"

#include <set>

#include <gtest/gtest.h>

namespace ringside::jes {
namespace {

TEST(JclOperands, HaveOneUseEach) {
  for (const char* operation : {"JOB", "EXEC", "DD"}) {
    const auto keywords = keywords_of(operation);
    EXPECT_FALSE(keywords.empty()) << operation;
    EXPECT_EQ(std::set(keywords.begin(), keywords.end()).size(), keywords.size()) << operation;
    for (const std::string& keyword : keywords) EXPECT_TRUE(use_of(operation, keyword)) << operation << " " << keyword;
  }
}

TEST(JclOperands, ThatWouldChangeTheJobAreNotPassedOver) {
  EXPECT_EQ(use_of("DD", "SUBSYS"), Use::not_emulated);
  EXPECT_EQ(use_of("EXEC", "PARMDD"), Use::not_emulated);
  EXPECT_EQ(use_of("JOB", "NOTIFY"), Use::without_effect);
  EXPECT_EQ(use_of("EXEC", "PGM"), Use::used);
}

TEST(JclOperands, BelongToTheirOperation) {
  EXPECT_FALSE(use_of("DD", "PGM"));
  EXPECT_FALSE(use_of("JOB", "SYSOUT"));
  EXPECT_FALSE(use_of("SET", "X"));
}

}  // namespace
}  // namespace ringside::jes
