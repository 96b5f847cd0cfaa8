// tests/parser/tso/syntax_test.cpp - the syntax of operands from their tables.
#include "parser/tso/syntax.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

std::string syntax_of(std::string_view command, std::string_view keyword) {
  for (const KeywordSpec& spec : find_command(command)->keywords)
    if (spec.name == keyword) return keyword_syntax(spec);
  return "";
}

TEST(Syntax, NamesTheFormOfValues) {
  EXPECT_EQ(syntax_of("RACDCERT", "ID"), "ID(name)");
  EXPECT_EQ(syntax_of("RACDCERT", "SIZE"), "SIZE(0-99999)");
  EXPECT_EQ(syntax_of("RACDCERT", "TRUST"), "TRUST");
  EXPECT_EQ(syntax_of("RACDCERT", "PKDS"), "PKDS[(word | *)]");
  EXPECT_EQ(syntax_of("RACDCERT", "SIGNWITH"), "SIGNWITH(CERTAUTH SITE LABEL('text'))");
  EXPECT_EQ(syntax_of("ADDUSER", "AUTHORITY"), "AUTHORITY(USE | CREATE | CONNECT | JOIN)");
  EXPECT_EQ(syntax_of("PERMIT", "CLASS"), "CLASS(class | DATASET | GROUP | USER)");
}

TEST(Syntax, PutsWhatMayBeLeftOutIntoBrackets) {
  EXPECT_EQ(positional_syntax(find_command("ADDUSER")->positionals.front()), "userid ...");
  EXPECT_EQ(positional_syntax(find_command("LISTUSER")->positionals.front()), "[userid ...]");
}

}  // namespace
}  // namespace ringside::parser
