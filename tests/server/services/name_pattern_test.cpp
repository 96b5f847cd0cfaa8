// tests/server/services/name_pattern_test.cpp - names with wildcards.
#include "server/services/name_pattern.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::services {
namespace {

TEST(NamePattern, AnAsteriskIsAnyCharactersAndAPercentSignOne) {
  EXPECT_TRUE(matches_name("*", ""));
  EXPECT_TRUE(matches_name("IZU*", "IZUSEC"));
  EXPECT_TRUE(matches_name("I%USEC", "IZUSEC"));
  EXPECT_TRUE(matches_name("*SEC*", "IZUSEC"));
  EXPECT_FALSE(matches_name("IZU%", "IZUSEC"));
  EXPECT_FALSE(matches_name("IZU", "IZUSEC"));
}

TEST(NamePattern, ALevelMatchesTheDataSetAndThoseBelow) {
  EXPECT_TRUE(matches_level("IBMUSER", "IBMUSER.A"));
  EXPECT_TRUE(matches_level("IBMUSER.A", "IBMUSER.A"));
  EXPECT_FALSE(matches_level("IBMUSER.A", "IBMUSER.AB"));
}

TEST(NamePattern, OneAsteriskOfALevelStaysInItsQualifier) {
  EXPECT_TRUE(matches_level("IBMUSER.*", "IBMUSER.A"));
  EXPECT_FALSE(matches_level("IBMUSER.*", "IBMUSER.A.B"));
  EXPECT_TRUE(matches_level("IBMUSER.**", "IBMUSER.A.B"));
  EXPECT_TRUE(matches_level("IBMUSER.A*.B", "IBMUSER.ABC.B"));
  EXPECT_FALSE(matches_level("%.A", "IBMUSER.A"));
}

TEST(NamePattern, NoPatternTakesLong) {
  std::string pattern, name(44, 'A');
  for (int n = 0; n < 200; ++n) pattern += "*A";
  EXPECT_FALSE(matches_name(pattern + "B", name));
}

}  // namespace
}  // namespace ringside::services
