// tests/emulator/jes/condition_test.cpp - COND: when a test is true, and what is no test.
#include "emulator/jes/condition.hpp"

#include <gtest/gtest.h>

namespace ringside::jes {
namespace {

tl::expected<Condition, std::string> read(const std::string& operand) {
  const auto jobs = parser::parse_jobs("//J JOB 1\n//S EXEC PGM=IEFBR14,\n// COND=" + operand + "\n");
  const parser::JclOperand* cond = jobs.at(0).steps.at(0).statement.find("COND");
  return cond != nullptr ? read_condition(*cond) : tl::make_unexpected(std::string("the parser refused it"));
}

bool bypasses(const std::string& operand, const std::vector<EarlierStep>& earlier) {
  return is_true(read(operand).value(), earlier);
}

// The examples of the JCL Reference read "code operator return-code": (4,LT) bypasses when 4 is less than the code.
TEST(Condition, ComparesItsCodeWithTheReturnCode) {
  struct {
    const char* operand;
    int return_code;
    bool bypassed;
  } const cases[] = {
      {"(0,NE)", 0, false}, {"(0,NE)", 4, true},  {"(4,LT)", 4, false}, {"(4,LT)", 8, true}, {"(4,LE)", 4, true},
      {"(4,LE)", 0, false}, {"(8,GT)", 4, true},  {"(8,GT)", 8, false}, {"(8,GE)", 8, true}, {"(8,GE)", 12, false},
      {"(0,EQ)", 0, true},  {"(0,EQ)", 4, false}, {"(0,LT)", 4, true},
  };
  for (const auto& one : cases)
    EXPECT_EQ(bypasses(one.operand, {{"S1", one.return_code}}), one.bypassed) << one.operand << " " << one.return_code;
}

TEST(Condition, WithoutAStepNameLooksAtEveryEarlierStep) {
  EXPECT_TRUE(bypasses("(0,NE)", {{"S1", 8}, {"S2", 0}}));
  EXPECT_FALSE(bypasses("(0,NE)", {}));
}

TEST(Condition, IsFalseForAStepThatDidNotRun) {
  EXPECT_FALSE(bypasses("(0,NE)", {{"S1", std::nullopt}}));
  EXPECT_FALSE(bypasses("(0,NE,S1)", {{"S1", std::nullopt}, {"S1", 8}})) << "a name means the first step of that name";
  EXPECT_TRUE(bypasses("(0,NE,S2)", {{"S1", 0}, {"S2", 8}}));
}

TEST(Condition, IsTrueIfOneOfItsTestsIs) {
  EXPECT_TRUE(bypasses("((4,EQ,S1),(8,EQ,S2))", {{"S1", 0}, {"S2", 8}}));
  EXPECT_FALSE(bypasses("((4,EQ,S1),(8,EQ,S2))", {{"S1", 8}, {"S2", 4}}));
}

TEST(Condition, TakesEvenAndOnlyAloneOrAmongTests) {
  EXPECT_EQ(read("EVEN")->after_abend, Condition::AfterAbend::even);
  EXPECT_EQ(read("ONLY")->after_abend, Condition::AfterAbend::only);
  const auto mixed = read("((4,LT),EVEN)");
  ASSERT_TRUE(mixed) << mixed.error();
  EXPECT_EQ(mixed->after_abend, Condition::AfterAbend::even);
  EXPECT_EQ(mixed->tests.size(), 1u);
}

TEST(Condition, RefusesWhatIsNoTest) {
  for (const char* wrong : {"4", "(4)", "(4096,LT)", "(X,LT)", "(4,LX)", "(4,LT,S1,S2)", "((4,LT),(4))", "(-1,LT)"})
    EXPECT_FALSE(read(wrong)) << wrong;
  EXPECT_FALSE(read("((1,EQ),(2,EQ),(3,EQ),(4,EQ),(5,EQ),(6,EQ),(7,EQ),(8,EQ),(9,EQ))"));
  EXPECT_TRUE(read("((1,EQ),(2,EQ),(3,EQ),(4,EQ),(5,EQ),(6,EQ),(7,EQ),(8,EQ))"));
}

}  // namespace
}  // namespace ringside::jes
