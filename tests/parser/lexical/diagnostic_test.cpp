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

TEST(ParserOwnMessage, HasItsNumberAndItsInserts) {
  EXPECT_EQ(own_message(OwnMessage::rsd345i, {"A-B"}), (Message{"RSD345I", "INVALID SYMBOL A-B"}));
}

}  // namespace
}  // namespace ringside::parser
