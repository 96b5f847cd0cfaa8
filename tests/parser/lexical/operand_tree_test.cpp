// tests/parser/lexical/operand_tree_test.cpp - words, quoted strings, parentheses and comments of TSO operands.
#include "parser/lexical/operand_tree.hpp"

#include <string>

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::parser {
namespace {

/// The tree on one line: words bare, strings in quotes, '~' before what is glued, '?' after what is not closed.
std::string draw(const std::vector<Operand>& operands) {
  std::string out;
  for (const Operand& operand : operands) {
    if (!out.empty()) out += ' ';
    if (operand.glued) out += '~';
    if (operand.kind == Operand::Kind::word) out += operand.text;
    if (operand.kind == Operand::Kind::quoted) out += '\'' + operand.text + '\'';
    if (operand.kind == Operand::Kind::group) out += '(' + draw(operand.items) + ')';
    if (!operand.closed) out += '?';
  }
  return out;
}

OperandTree tree(std::string_view command) {
  const auto result = parse_operand_tree(command);
  EXPECT_TRUE(result.has_value()) << command;
  return result.value_or(OperandTree{});
}

std::string drawn(std::string_view command) {
  return draw(tree(command).operands);
}

TEST(OperandTree, SeparatesWordsByBlanksCommasTabsAndComments) {
  EXPECT_EQ(drawn("C a, b\tc /* d */ e,,f"), "a b c e f");
  EXPECT_EQ(drawn("C a/* d */e"), "a e");
}

TEST(OperandTree, TellsWhatIsGluedFromWhatIsApart) {
  EXPECT_EQ(drawn("C SIZE (1)"), "SIZE (~1)");
  EXPECT_EQ(drawn("C DELETE(LABEL('x'))CERTAUTH"), "DELETE ~(~LABEL ~(~'x')) ~CERTAUTH");
  EXPECT_EQ(drawn("C DOMAIN('a')IP(1)"), "DOMAIN ~(~'a') ~IP ~(~1)");
}

TEST(OperandTree, KeepsQuotedTextAndMakesDoubledQuotesSingle) {
  EXPECT_EQ(drawn("C 'a b' 'it''s' '' ''''"), "'a b' 'it's' '' '''");
  EXPECT_EQ(drawn("C '/* no comment */ ( ; '"), "'/* no comment */ ( ; '");
}

TEST(OperandTree, AQuoteInsideAWordBelongsToTheWord) {
  EXPECT_EQ(drawn("C LABEL'ASD')"), "LABEL'ASD'");
}

TEST(OperandTree, JoinsALibraryAndItsMember) {
  const auto joined = [](std::string_view command) {
    const OperandTree read = tree(command);
    const auto name = library_with_member(read.operands);
    return name ? name->text : "none";
  };
  EXPECT_EQ(joined("C A.LIB(MEM) X"), "A.LIB(MEM)");
  for (const char* other : {"C A.LIB (MEM)", "C A.LIB()", "C A.LIB(A B)", "C A.LIB('M')", "C 'A.LIB'(M)",
                            "C A.LIB((M))", "C A.LIB(M", "C A.LIB", "C (M)"})
    EXPECT_EQ(joined(other), "none") << other;
}

TEST(OperandTree, RemembersAQuoteThatIsNeverClosed) {
  const OperandTree read = tree("C LABEL('x))ID(y)");
  EXPECT_EQ(draw(read.operands), "LABEL ~(~'x))ID(y)'?)?");
  EXPECT_EQ(read.assumed_parentheses, 1);
  EXPECT_EQ(drawn("C 'it''"), "'it''?");
  EXPECT_EQ(drawn("C '"), "''?");
}

TEST(OperandTree, CountsTheRightParenthesesThatItAssumes) {
  EXPECT_EQ(tree("C a(b(c").assumed_parentheses, 2);
  EXPECT_EQ(drawn("C a(b(c"), "a ~(~b ~(~c)?)?");
  EXPECT_EQ(tree("C a(b)").assumed_parentheses, 0);
}

TEST(OperandTree, RemembersSurplusRightParentheses) {
  const OperandTree read = tree("C a)) b");
  EXPECT_EQ(draw(read.operands), "a b");
  EXPECT_EQ(read.surplus_parentheses, (std::vector<std::size_t>{3, 4}));
}

TEST(OperandTree, ASemicolonEndsTheOperands) {
  const OperandTree read = tree("C a(b ; c) d");
  EXPECT_EQ(draw(read.operands), "a ~(~b)?");
  EXPECT_TRUE(read.semicolon);
}

TEST(OperandTree, AnUnclosedCommentRunsToTheEnd) {
  EXPECT_EQ(drawn("C a /* b ' ( c"), "a");
}

TEST(OperandTree, CommentsMayStandInsideParenthesesAndBeforeTheCommand) {
  const OperandTree read = tree("/* x */ , C a(/* y */ b /* z */)");
  EXPECT_EQ(read.command, "C");
  EXPECT_EQ(read.command_offset, 10u);
  EXPECT_EQ(draw(read.operands), "a ~(b)");
}

TEST(OperandTree, ATextWithoutAWordHasNoCommandName) {
  EXPECT_EQ(tree("('x')").command, "");
  EXPECT_EQ(tree("").command, "");
  EXPECT_EQ(tree(";").command, "");
}

TEST(OperandTree, KnowsWhereEachOperandStands) {
  const OperandTree read = tree("CMD  a ('b''c')");
  EXPECT_EQ(read.operands.at(0).offset, 5u);
  EXPECT_EQ(read.operands.at(0).end, 6u);
  EXPECT_EQ(read.operands.at(1).offset, 7u);
  EXPECT_EQ(read.operands.at(1).end, 15u);
  EXPECT_EQ(read.operands.at(1).items.at(0).offset, 8u);
  EXPECT_EQ(read.operands.at(1).items.at(0).end, 14u);
}

TEST(OperandTree, RefusesMoreThanItsBoundsBeforeTheGrammarRuns) {
  using namespace base::limits;
  EXPECT_TRUE(parse_operand_tree("C " + std::string(parenthesis_depth, '(')).has_value());
  EXPECT_FALSE(parse_operand_tree("C " + std::string(parenthesis_depth + 1, '(')).has_value());
  EXPECT_FALSE(parse_operand_tree("C " + std::string(100'000, '(')).has_value());
  EXPECT_TRUE(parse_operand_tree(std::string(command_bytes, 'C')).has_value());
  EXPECT_FALSE(parse_operand_tree(std::string(command_bytes + 1, 'C')).has_value());
  std::string many = "C";
  for (std::size_t i = 0; i < command_items; ++i) many += " a";
  EXPECT_FALSE(parse_operand_tree(many).has_value());
}

TEST(OperandTree, ParenthesesInQuotesAndCommentsDoNotCountAsDepth) {
  EXPECT_TRUE(parse_operand_tree("C '" + std::string(1'000, '(') + "' /*" + std::string(1'000, '(')).has_value());
}

}  // namespace
}  // namespace ringside::parser
