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

}  // namespace
}  // namespace ringside::base
