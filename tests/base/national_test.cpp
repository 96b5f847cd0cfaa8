// tests/base/national_test.cpp - which names z/OS allows.
#include "base/national.hpp"

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(National, NamesBeginWithALetterOrANationalCharacter) {
  for (const char* name : {"A", "@A1", "#", "$X", "A2345678"}) EXPECT_TRUE(is_simple_name(name)) << name;
  for (const char* name : {"", "1A", "a", "A-B", "A.B", "A23456789", "\u00C4"})
    EXPECT_FALSE(is_simple_name(name)) << name;
  EXPECT_TRUE(is_simple_name("A23456789", 9));
}

TEST(National, IdentifiersMayBeginWithADigit) {
  for (const char* name : {"1A", "A1", "12345678", "#"}) EXPECT_TRUE(is_identifier(name)) << name;
  for (const char* name : {"", "123456789", "a", "A B"}) EXPECT_FALSE(is_identifier(name)) << name;
}

}  // namespace
}  // namespace ringside::base
