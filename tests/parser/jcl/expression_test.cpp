// tests/parser/jcl/expression_test.cpp - relational expressions of IF: structure and errors.
#include "parser/jcl/expression.hpp"

#include <string>

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::parser {
namespace {

std::string draw(const IfTest& test) {
  static constexpr const char* subjects[] = {"", "", "RC", "ABEND", "ABENDCC", "RUN"};
  static constexpr const char* comparisons[] = {">", ">=", "=", "<>", "<", "<="};
  const std::string subject = test.subject == IfTest::Subject::constant ? std::to_string(test.constant)
                                                                        : subjects[static_cast<int>(test.subject)];
  const std::string value = test.code.empty() ? std::to_string(test.value) : test.code;
  return (test.step.empty() ? "" : test.step + ".") + subject + comparisons[static_cast<int>(test.comparison)] + value;
}

std::string draw(const IfExpression& expression, std::size_t at) {
  using Kind = IfExpression::Node::Kind;
  const auto& node = expression.nodes[at];
  if (node.kind == Kind::test) return draw(node.test);
  if (node.kind == Kind::negation) return "!" + draw(expression, node.left);
  const char* sign = node.kind == Kind::conjunction ? "&" : "|";
  return "(" + draw(expression, node.left) + sign + draw(expression, node.right) + ")";
}

/// The structure, or the token at which the expression goes wrong.
std::string parsed(std::string_view text) {
  const auto expression = parse_if_expression(text);
  return expression ? draw(*expression, expression->root) : "wrong at '" + expression.error().token + "'";
}

TEST(IfExpressions, CompareReturnCodes) {
  EXPECT_EQ(parsed("RC > 4"), "RC>4");
  EXPECT_EQ(parsed("(RC GE 4)"), "RC>=4");
  EXPECT_EQ(parsed("STEP1.RC=60"), "STEP1.RC=60");
  EXPECT_EQ(parsed("EXP1.PSTEPONE.RC NG 4"), "EXP1.PSTEPONE.RC<=4");
  EXPECT_EQ(parsed("RC NL 4"), "RC>=4");
  EXPECT_EQ(parsed("RC \u00ac= 4"), "RC<>4");
  EXPECT_EQ(parsed("RC \u00ac> 4"), "RC<=4");
  EXPECT_EQ(parsed("1 EQ 2"), "1=2");
}

TEST(IfExpressions, AskForAbendsAndRuns) {
  EXPECT_EQ(parsed("ABEND"), "ABEND=1");
  EXPECT_EQ(parsed("STEP4.LINK.ABEND=FALSE"), "STEP4.LINK.ABEND=0");
  EXPECT_EQ(parsed("\u00acABEND"), "!ABEND=1");
  EXPECT_EQ(parsed("ABENDCC = U0100"), "ABENDCC=U0100");
  EXPECT_EQ(parsed("S.ABENDCC NE S0C4"), "S.ABENDCC<>S0C4");
  EXPECT_EQ(parsed("NOT S.RUN"), "!S.RUN=1");
  EXPECT_EQ(parsed("S.RUN = TRUE"), "S.RUN=1");
}

TEST(IfExpressions, JoinByAndBeforeOr) {
  EXPECT_EQ(parsed("RC=1 | RC=2 & RC=3"), "(RC=1|(RC=2&RC=3))");
  EXPECT_EQ(parsed("(RC=1 OR RC=2) AND RC=3"), "((RC=1|RC=2)&RC=3)");
  EXPECT_EQ(parsed("NOT (RC=1 AND RC=2)"), "!(RC=1&RC=2)");
  EXPECT_EQ(parsed("NOT NOT RC=1"), "RC=1");
  EXPECT_EQ(parsed("STEP1.RC GT 20|STEP2.RC = 60"), "(STEP1.RC>20|STEP2.RC=60)");
}

TEST(IfExpressions, NameWhatIsNotValid) {
  // As a converter answered: ERROR IN IF STATEMENT: B NOT VALID.
  EXPECT_EQ(parsed("STEPNULL.RC= 0 AND B=A"), "wrong at 'B'");
  EXPECT_EQ(parsed("('RACF' = 'RACF')"), "wrong at ''RACF''");
  EXPECT_EQ(parsed("RC > 4096"), "wrong at '4096'");
  EXPECT_EQ(parsed("RC > FOUR"), "wrong at 'FOUR'");
  EXPECT_EQ(parsed("RC 4"), "wrong at '4'");
  EXPECT_EQ(parsed("A.B.C.RC = 4"), "wrong at 'A.B.C.RC'");
  EXPECT_EQ(parsed("ABEND > TRUE"), "wrong at 'TRUE'");
  EXPECT_EQ(parsed("ABENDCC = S0X4"), "wrong at 'S0X4'");
  EXPECT_EQ(parsed("RC = 4 RC = 5"), "wrong at 'RC'");
  EXPECT_EQ(parsed("(RC = 4"), "wrong at ''");
  EXPECT_EQ(parsed("RC = 4)"), "wrong at ')'");
  EXPECT_EQ(parsed(""), "wrong at ''");
  EXPECT_EQ(parsed("RC ="), "wrong at ''");
}

TEST(IfExpressions, HaveABoundOfDepth) {
  const std::size_t most = base::limits::parenthesis_depth;
  EXPECT_EQ(parsed(std::string(most, '(') + "RC=1" + std::string(most, ')')), "RC=1");
  EXPECT_EQ(parsed(std::string(most + 1, '(') + "RC=1" + std::string(most + 1, ')')), "wrong at 'RC'");
  EXPECT_EQ(parsed(std::string(30'000, '(')), "wrong at '('");
}

}  // namespace
}  // namespace ringside::parser
