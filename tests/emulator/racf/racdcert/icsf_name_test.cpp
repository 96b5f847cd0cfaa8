// tests/emulator/racf/racdcert/icsf_name_test.cpp - which names ICSF allows.
#include "emulator/racf/racdcert/icsf_name.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::racf::racdcert {
namespace {

TEST(IcsfName, HasLettersDigitsNationalCharactersAndPeriods) {
  for (const char* name : {"A", "$", "@X.Y", "KEY#1.ABC"}) EXPECT_TRUE(is_icsf_name(name, 32)) << name;
  for (const char* name : {"", "1A", ".A", "a", "A-B", "A B"}) EXPECT_FALSE(is_icsf_name(name, 32)) << name;
}

TEST(IcsfName, IsNotLongerThanItsKindAllows) {
  EXPECT_TRUE(is_icsf_name(std::string(32, 'A'), 32));
  EXPECT_FALSE(is_icsf_name(std::string(33, 'A'), 32));
}

}  // namespace
}  // namespace ringside::racf::racdcert
