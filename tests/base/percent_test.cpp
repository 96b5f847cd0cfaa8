// tests/base/percent_test.cpp - percent-encoding of URLs, both ways.
#include "base/percent.hpp"

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(Percent, EncodesAllButUnreservedCharacters) {
  EXPECT_EQ(percent_encoded("A-z.0_~"), "A-z.0_~");
  EXPECT_EQ(percent_encoded("a b:#/%\xC3\xA9"), "a%20b%3A%23%2F%25%C3%A9");
}

TEST(Percent, DecodesWhatItEncodes) {
  EXPECT_EQ(percent_decoded(percent_encoded("a b:#/%\xC3\xA9")), "a b:#/%\xC3\xA9");
  EXPECT_EQ(percent_decoded("%7e%41+"), "~A+");
}

TEST(Percent, RefusesWhatIsNoEncoding) {
  for (const char* wrong : {"%", "a%4", "%4g", "%-1", "%00", "x%00y"}) EXPECT_FALSE(percent_decoded(wrong)) << wrong;
}

}  // namespace
}  // namespace ringside::base
