// tests/twin/records/mapping_names_test.cpp - the names of mappings are joined for their columns and taken apart again.
#include "twin/records/mapping_names.hpp"

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

TEST(MappingNamesTest, TheNamesOfAFilterComeBack) {
  for (const FilterNames& names : {FilterNames{"OU=A B.O=C", "CN=D"}, FilterNames{"O=C", ""}, FilterNames{"", "CN=D"}})
    EXPECT_EQ(split_names(joined_names(names)), names);
  EXPECT_EQ(split_names("CN=D"), (FilterNames{"", "CN=D"}));
}

TEST(MappingNamesTest, TheUserNameOfAnIdentityComesBack) {
  const IdentityNames ann{"UID=Ann,OU=Web Shop", "ldaps://us.example.com"};
  EXPECT_EQ(identity_profile(ann), "UID=Ann,OU=Web\u00a2Shop\u00a2ldaps://us.example.com");
  EXPECT_EQ(identity_name(identity_profile(ann), ann.registry), ann.name);
  EXPECT_EQ(identity_name(identity_profile({"*", "A B"}), "A B"), "*");
  EXPECT_EQ(identity_name("CN=Bob\u00a2Ray", "elsewhere"), "CN=Bob Ray");
}

}  // namespace
}  // namespace ringside::twin
