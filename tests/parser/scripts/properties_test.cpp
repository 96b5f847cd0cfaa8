// tests/parser/scripts/properties_test.cpp - files of workflow variables.
#include "parser/scripts/properties.hpp"

#include <gmock/gmock.h>

namespace ringside::parser {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Properties, AreReadAsJavaReadsThem) {
  EXPECT_THAT(read_properties("# comment\n! too\n\n a = 1 \nb:2\nc 3\nd=\ne\nlong = x\\\n   y\\\n "
                              "z\nback=\\\\\nuni=\\u00E9\\t.\na\\ b = 4\nb = 5\r\n")
                  .value(),
              ElementsAre(Pair("a", "1 "), Pair("a b", "4"), Pair("b", "5"), Pair("back", "\\"), Pair("c", "3"),
                          Pair("d", ""), Pair("e", ""), Pair("long", "xyz"), Pair("uni", "\xC3\xA9\t.")));
}

TEST(Properties, NameTheLineOfAMistake) {
  EXPECT_EQ(read_properties("a=1\nb=\\u12\n").error().where.line, 2);
  EXPECT_EQ(read_properties("a=1\n\n=2\n").error().where.line, 3);
}

}  // namespace
}  // namespace ringside::parser
