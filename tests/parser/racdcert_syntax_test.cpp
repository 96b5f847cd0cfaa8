// tests/parser/racdcert_syntax_test.cpp - the syntax of every RACDCERT function, tried at its edges: orders, blanks,
// abbreviations, quotes, parentheses, what is missing, twice or unknown, each with PARSE's first message.
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/parser/parse.hpp"
#include "tests/support/places.hpp"

namespace ringside::parser::test {
namespace {

/// "accept", "accept" with the first notice, or the first message of the refusal.
std::string verdict_on(const std::string& command) {
  const auto result = parse(command);
  if (!result) {
    EXPECT_EQ(result.error().return_code, command.starts_with("RACDCERTX") ? 12 : 8) << command;
    EXPECT_FALSE(result.error().diagnostic.text.empty()) << command;
    const Message& first = result.error().messages.front();
    return first.id + " " + first.text;
  }
  if (result->messages.empty()) return "accept";
  return "accept " + result->messages.front().id + " " + result->messages.front().text;
}

TEST(RacdcertSyntax, IsAsTheTableSays) {
  std::ifstream table(test_support::source_folder() / "tests/parser/data/racdcert_syntax.txt");
  ASSERT_TRUE(table);
  int count = 0;
  for (std::string line; std::getline(table, line); ++count) {
    const auto bar = line.find(" | ");
    ASSERT_NE(bar, std::string::npos) << line;
    EXPECT_EQ(verdict_on(line.substr(bar + 3)), line.substr(0, bar)) << line;
  }
  EXPECT_GT(count, 290);
}

TEST(RacdcertSyntax, SaysOnceThatAnOperandIsGivenTwice) {
  const auto twice = parse("RACDCERT ID(A) ID(B) ID(C) LIST");
  ASSERT_TRUE(twice.has_value());
  EXPECT_EQ(twice->operands.value_of("ID"), "C");
  ASSERT_EQ(twice->notes.size(), 1u);
  EXPECT_EQ(twice->notes.front().text, "ID is given twice; the last one counts");
  EXPECT_TRUE(parse("RACDCERT ID(A) CONNECT(ID(B) LABEL('x') RING(r))")->notes.empty());
}

TEST(RacdcertSyntax, OfAlternativesTheLastOneStays) {
  const auto parsed = parse("RACDCERT LIST(LABEL('x')) CERTAUTH CONNECT(SITE ID(A) LABEL('y') RING(r)) ID(B)");
  ASSERT_TRUE(parsed.has_value());
  EXPECT_FALSE(parsed->operands.has("LIST"));
  EXPECT_FALSE(parsed->operands.has("CERTAUTH"));
  EXPECT_EQ(parsed->operands.value_of("ID"), "B");
  ASSERT_TRUE(parsed->operands.has("CONNECT"));
  EXPECT_FALSE(parsed->operands.find("CONNECT")->has("SITE"));
  ASSERT_EQ(parsed->notes.size(), 3u);
  EXPECT_EQ(parsed->notes[0].text, "of the owners SITE and ID the last one counts; SITE is ignored");
  EXPECT_EQ(parsed->notes[1].text, "of the functions LIST and CONNECT the last one counts; LIST is ignored");
  EXPECT_EQ(parsed->notes[2].text, "of the owners CERTAUTH and ID the last one counts; CERTAUTH is ignored");
}

}  // namespace
}  // namespace ringside::parser::test
