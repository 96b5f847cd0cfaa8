// tests/emulator/racf/resources/generic_names_test.cpp - which names a generic profile covers, and which comes first.
#include "emulator/racf/resources/generic_names.hpp"

#include <gtest/gtest.h>

namespace ringside::racf {
namespace {

TEST(GenericNames, APercentIsOneCharacterButNoPeriod) {
  EXPECT_TRUE(generic_matches("AB%D", "ABCD"));
  EXPECT_FALSE(generic_matches("AB%D", "ABD"));
  EXPECT_FALSE(generic_matches("AB%D", "AB.D"));
}

TEST(GenericNames, AnAsteriskInTheMiddleStaysInItsQualifier) {
  EXPECT_TRUE(generic_matches("IZUDFLT.*.izuUsers", "IZUDFLT.IzuManagement.izuUsers"));
  EXPECT_FALSE(generic_matches("IZUDFLT.*.izuUsers", "IZUDFLT.A.B.izuUsers"));
  EXPECT_FALSE(generic_matches("IZUDFLT.*.izuUsers", "IZUDFLT.izuUsers"));
  EXPECT_TRUE(generic_matches("A.B*.C", "A.BX.C"));
  EXPECT_TRUE(generic_matches("A.B*.C", "A.B.C"));
}

TEST(GenericNames, AnAsteriskAtTheEndCoversFurtherQualifiers) {
  EXPECT_TRUE(generic_matches("IRR.DIGTCERT.*", "IRR.DIGTCERT.LISTRING"));
  EXPECT_TRUE(generic_matches("IRR.*", "IRR.DIGTCERT.LISTRING"));
  EXPECT_TRUE(generic_matches("IRR*", "IRR.DIGTCERT.LISTRING"));
  EXPECT_FALSE(generic_matches("IRR.*", "IRR"));
  EXPECT_TRUE(generic_matches("*", "ANYTHING.AT.ALL"));
}

TEST(GenericNames, TwoAsterisksAreAnyNumberOfQualifiers) {
  EXPECT_TRUE(generic_matches("IZUDFLT.**", "IZUDFLT"));
  EXPECT_TRUE(generic_matches("IZUDFLT.**", "IZUDFLT.ZOSMF.VARIABLES"));
  EXPECT_TRUE(generic_matches("A.**.Z", "A.Z"));
  EXPECT_TRUE(generic_matches("A.**.Z", "A.B.C.Z"));
  EXPECT_FALSE(generic_matches("A.**.Z", "A.B.CZ"));
  EXPECT_FALSE(generic_matches("IZUDFLT.**", "IZUDFLTX"));
}

TEST(GenericNames, ManyAsterisksDoNotTakeForever) {
  std::string pattern;
  for (int i = 0; i < 60; ++i) pattern += "**.*A*.";
  EXPECT_FALSE(generic_matches(pattern + "Z", std::string(200, 'A') + ".A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A.A"));
}

TEST(GenericNames, TheNameThatStaysLiteralLongerIsMoreSpecific) {
  EXPECT_TRUE(more_specific("A.B.*", "A.*"));
  EXPECT_TRUE(more_specific("A.*", "A.**"));
  EXPECT_TRUE(more_specific("A.%", "A.*"));
  EXPECT_TRUE(more_specific("A.*", "A*"));
  EXPECT_FALSE(more_specific("A.**", "A.*"));
  EXPECT_FALSE(more_specific("A.*", "A.*"));
}

// Cubic time would take minutes.
TEST(GenericNames, MatchInTheProductOfTheLengths) {
  const std::string name(240, 'A');
  std::string pairs, wild(32'000, '*');
  for (int i = 0; i < 16'000; ++i) pairs += "A*";
  EXPECT_FALSE(generic_matches(pairs, name));
  EXPECT_TRUE(generic_matches(pairs.substr(0, 480), name));
  EXPECT_FALSE(generic_matches(pairs.substr(0, 478) + "B", name));
  EXPECT_TRUE(generic_matches(wild, name));
  EXPECT_FALSE(generic_matches(wild + "B", name));
  EXPECT_TRUE(generic_matches(wild + "A", name));
}

}  // namespace
}  // namespace ringside::racf
