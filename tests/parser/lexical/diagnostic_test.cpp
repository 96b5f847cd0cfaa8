// tests/parser/lexical/diagnostic_test.cpp - diagnostics as text, and own messages.
#include "parser/lexical/diagnostic.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

TEST(ParserDiagnostic, PointsAtTheCharacter) {
  EXPECT_EQ(describe(Diagnostic{"unknown keyword", {3, 5}, "ABC DEF"}),
            "line 3, column 5: unknown keyword\n    ABC DEF\n        ^");
  EXPECT_EQ(describe(Diagnostic{"unknown keyword", {3, 0}, ""}), "line 3: unknown keyword");
  EXPECT_EQ(describe(Diagnostic{"unknown keyword", {}, ""}), "unknown keyword");
}

TEST(ParserDiagnostic, ShowsOfALongLineWhatStandsAroundTheColumn) {
  const std::string before(1'000'000, 'b'), after(1'000'000, 'a');
  const auto shown = shown_line(Diagnostic{"wrong", {1, 1'000'001}, before + "X" + after});
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0], "..." + std::string(100, 'b') + "X" + std::string(59, 'a') + "...");
  EXPECT_EQ(shown[0].at(shown[1].find('^')), 'X');
  EXPECT_EQ(shown_line(Diagnostic{"wrong", {1, 2}, after}).front(), std::string(160, 'a') + "...");
  EXPECT_EQ(shown_line(Diagnostic{"wrong", {1, 0}, "abc"}), std::vector<std::string>{"abc"});
}

TEST(ParserOwnMessage, HasItsNumberAndItsInserts) {
  EXPECT_EQ(own_message(OwnMessage::rsd345i, {"A-B"}), (Message{"RSD345I", "INVALID SYMBOL A-B"}));
}

}  // namespace
}  // namespace ringside::parser
