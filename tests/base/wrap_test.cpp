// tests/base/wrap_test.cpp - long lines folded at blanks.
#include "base/wrap.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::base {
namespace {

using testing::ElementsAre;

TEST(Wrap, ALineThatFitsStays) {
  EXPECT_THAT(wrapped("  one  two", 10, 2), ElementsAre("  one  two"));
  EXPECT_THAT(wrapped("", 10, 2), ElementsAre(""));
}

TEST(Wrap, ALongerLineIsFoldedAtBlanksAndItsOtherLinesHang) {
  EXPECT_THAT(wrapped("one two three four", 9, 2), ElementsAre("one two", "  three", "  four"));
}

TEST(Wrap, AWordLongerThanTheLineStaysWhole) {
  EXPECT_THAT(wrapped("a bcdefghijklmnop q", 6, 0), ElementsAre("a", "bcdefghijklmnop", "q"));
}

}  // namespace
}  // namespace ringside::base
