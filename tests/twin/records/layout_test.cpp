// tests/twin/records/layout_test.cpp - the columns of an unload's records.
#include "twin/records/layout.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::twin {
namespace {

TEST(LayoutTest, FieldsFollowEachOtherWithABlankBetweenThem) {
  for (const Layout& layout : layouts()) {
    ASSERT_FALSE(layout.fields.empty()) << layout.type;
    EXPECT_EQ(layout.fields.front().first, 1U) << layout.type;
    EXPECT_EQ(layout.fields.front().last, 4U) << layout.type;
    for (std::size_t n = 1; n < layout.fields.size(); ++n)
      EXPECT_GE(layout.fields[n].first, layout.fields[n - 1].last + 2) << layout.fields[n].name;
  }
}

TEST(LayoutTest, ATypeAndAFieldAreFoundByName) {
  ASSERT_NE(find_layout("0562"), nullptr);
  EXPECT_EQ(find_layout("0562")->name, "general resource key ring data record");
  EXPECT_EQ(find_layout("9999"), nullptr);
  EXPECT_EQ(field("KEYR_CERT_LABEL").first, 523U);
  EXPECT_EQ(field("KEYR_CERT_LABEL").width(), 32U);
  EXPECT_THROW(static_cast<void>(field("KEYR_NOTHING")), base::Fault);
}

}  // namespace
}  // namespace ringside::twin
