// tests/twin/commands/command_text_test.cpp - operands and lines of commands, read back as TSO joins them.
#include "twin/commands/command_text.hpp"

#include <gmock/gmock.h>

#include "base/utf8.hpp"
#include "parser/tso/record.hpp"

namespace ringside::twin {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Le;
using testing::StartsWith;

std::string joined(const std::string& command) {
  std::vector<parser::Record> records;
  for (const std::string& line : command_lines(command)) {
    EXPECT_LE(base::count_characters(line), 72U) << line;
    records.push_back({line, static_cast<int>(records.size()) + 1});
  }
  return parser::read_commands(records).commands.front().text;
}

/// The command without the blanks that a continuation adds between operands.
std::string single_blanks(std::string text) {
  for (auto at = text.find("  "); at != std::string::npos; at = text.find("  ")) text.erase(at, 1);
  return text;
}

TEST(CommandText, DoublesQuotesInText) {
  EXPECT_EQ(in_quotes("O'Neil's CA"), "'O''Neil''s CA'");
  EXPECT_EQ(text_operand("LABEL", ""), "LABEL('')");
}

TEST(CommandText, LeavesPlainWordsAndQuotesOthers) {
  EXPECT_EQ(word_operand("IRR.DIGTCERT.*"), "IRR.DIGTCERT.*");
  EXPECT_EQ(word_operand("a b"), "'a b'");
  EXPECT_EQ(word_operand("a(b)"), "'a(b)'");
  EXPECT_EQ(word_operand("caf\u00e9"), "'caf\u00e9'");
  EXPECT_EQ(word_operand("/*x"), "'/*x'");
  EXPECT_EQ(word_operand(""), "''");
}

TEST(CommandText, KeepsANameThatWouldContinueTheLineInParentheses) {
  EXPECT_EQ(positional_operand("ABC-"), "(ABC-)");
  EXPECT_EQ(positional_operand("ABC+"), "(ABC+)");
  EXPECT_EQ(positional_operand("ABC"), "ABC");
}

TEST(CommandText, ContinuesBetweenOperandsWhereItCan) {
  const std::string command =
      "RDEFINE FACILITY IRR.DIGTCERT.LISTRING OWNER(SYS1) UACC(NONE) DATA('who may list rings') LEVEL(7)";
  EXPECT_THAT(command_lines(command), ElementsAre("RDEFINE FACILITY IRR.DIGTCERT.LISTRING OWNER(SYS1) UACC(NONE) +",
                                                  "  DATA('who may list rings') LEVEL(7)"));
  EXPECT_EQ(joined(command), command);
}

TEST(CommandText, ContinuesWithinATextThatIsLongerThanALine) {
  const std::string text(300, 'x');
  const std::string blanks = "a" + std::string(200, ' ') + "b";
  for (const std::string& each : {text, blanks, std::string(40, '\'') + text, std::string("/*") + text})
    EXPECT_EQ(joined("ALTUSER SRV " + text_operand("DATA", each)), "ALTUSER SRV " + text_operand("DATA", each));
}

TEST(CommandText, CountsCharactersAndCutsNone) {
  std::string text;
  for (int count = 0; count < 120; ++count) text += "\u00e4";
  EXPECT_EQ(joined("ALTUSER SRV DATA('" + text + "')"), "ALTUSER SRV DATA('" + text + "')");
}

TEST(CommandText, NoLineBeginsAsTheEndOfAJobsInput) {
  std::string path = "/";
  for (int count = 0; count < 60; ++count) path += "*/";
  for (const std::string& line : command_lines("ALTUSER SRV OMVS(HOME('" + path + "'))"))
    EXPECT_THAT(line, testing::Not(StartsWith("/*")));
  EXPECT_EQ(joined("ALTUSER SRV OMVS(HOME('" + path + "'))"), "ALTUSER SRV OMVS(HOME('" + path + "'))");
}

TEST(CommandText, EveryLengthIsReadBackAsItIs) {
  for (std::size_t length = 1; length < 160; ++length) {
    const std::string command = "RACDCERT CERTAUTH ADD('A.B') WITHLABEL('" + std::string(length, 'y') + "') TRUST";
    EXPECT_EQ(single_blanks(joined(command)), command) << length;
  }
}

TEST(CommandText, CommentsEndWhereTheyMustAndFitTheLine) {
  for (const std::string& line : comment_lines("a */ DELUSER SRV " + std::string(200, 'z') + " end")) {
    EXPECT_THAT(line, StartsWith(" /* "));
    EXPECT_TRUE(line.ends_with(" */"));
    EXPECT_EQ(line.find("*/"), line.size() - 2);
    EXPECT_LE(line.size(), 72U);
    EXPECT_EQ(parser::read_commands({{line, 1}}).commands.front().text, "");
  }
}

TEST(CommandText, CutsListsIntoCommands) {
  EXPECT_THAT(item_lists({"A", "B", "C"}, 2), ElementsAre("A B", "C"));
  EXPECT_THAT(item_lists({}, 2), ElementsAre());
}

}  // namespace
}  // namespace ringside::twin
