// tests/base/data_set_name_test.cpp - what is a data set name.
#include "base/data_set_name.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(DataSetName, QualifiersAreOneToEightAndBeginWithALetter) {
  for (const char* name :
       {"A", "SYS1.PARMLIB", "#A.@B.$C", "A.B1234567", "A.B-C", "A2345678.A2345678.A2345678.A2345678.A2345678"})
    EXPECT_TRUE(is_data_set_name(name)) << name;
  for (const char* name : {"", ".", "A.", ".A", "A..B", "1A", "A.1B", "A.-B", "A.B12345678", "a.b", "A B", "A.B(C)",
                           "A\xc3\x84", "A2345678.A2345678.A2345678.A2345678.A2345678.B"})
    EXPECT_FALSE(is_data_set_name(name)) << name;
}

TEST(DataSetName, ANameHasAtMost44Characters) {
  const std::string most = "A2345678.A2345678.A2345678.A2345678.A2345678";
  EXPECT_EQ(most.size(), data_set_name_characters);
  EXPECT_TRUE(is_data_set_name(most));
  EXPECT_FALSE(is_data_set_name(most + "9"));
}

TEST(DataSetName, AProfileMayHoldGenericCharacters) {
  for (const char* name : {"IZU.**", "*.B", "%1.A*", "A.B%C"}) {
    EXPECT_TRUE(is_data_set_name(name, Generic::yes)) << name;
    EXPECT_FALSE(is_data_set_name(name)) << name;
  }
  EXPECT_FALSE(is_data_set_name("1*", Generic::yes)) << "a digit first";
  EXPECT_FALSE(is_data_set_name("", Generic::yes));
}

TEST(MemberName, IsOneToEightCharactersWithoutHyphen) {
  for (const char* name : {"A", "#A@1$", "A2345678"}) EXPECT_TRUE(is_member_name(name)) << name;
  for (const char* name : {"", "1A", "A-B", "A23456789", "a", "A.B", "A B", "+1", "\xc3\x84"})
    EXPECT_FALSE(is_member_name(name)) << name;
}

TEST(MemberName, StandsInParenthesesAfterTheNameOfItsLibrary) {
  const auto name = member_name("A.JCL(MEM#1)");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->library, "A.JCL");
  EXPECT_EQ(name->member, "MEM#1");
  EXPECT_EQ(member_of(name->library, name->member), "A.JCL(MEM#1)");
  for (const char* other : {"A.JCL", "A.JCL()", "A.JCL(", "A.JCL)", "(M)", "A.(M)", "A(M)B", "A(1)", "A(+1)", "A((M))",
                            "A(M-1)", "A(M", "a(m)"})
    EXPECT_FALSE(member_name(other)) << other;
}

}  // namespace
}  // namespace ringside::base
