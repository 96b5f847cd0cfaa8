// tests/emulator/database/twin/late_content_test.cpp - octets are made when they are first asked for.
#include "emulator/database/twin/late_content.hpp"

#include <gtest/gtest.h>

namespace ringside::database {
namespace {

TEST(LateContent, IsMadeOnceAtItsFirstUse) {
  int made = 0;
  const LateContent content = LateContent::made_by("a", [&] {
    ++made;
    return base::Bytes{1, 2};
  });
  EXPECT_TRUE(content.is_made());
  EXPECT_EQ(made, 0);
  EXPECT_EQ(content.get(), (base::Bytes{1, 2}));
  EXPECT_EQ(content.get().size(), 2U);
  EXPECT_EQ(made, 1);
}

TEST(LateContent, OfOneNameIsEqualWithoutBeingMade) {
  int made = 0;
  const auto make = [&] {
    ++made;
    return base::Bytes{1};
  };
  EXPECT_EQ(LateContent::made_by("a", make), LateContent::made_by("a", make));
  EXPECT_EQ(made, 0);
  EXPECT_EQ(LateContent::made_by("a", make), LateContent(base::Bytes{1}));
  EXPECT_EQ(made, 1);
}

TEST(LateContent, ThatIsThereIsNotMade) {
  EXPECT_FALSE(LateContent(base::Bytes{1}).is_made());
  EXPECT_EQ(LateContent(base::Bytes{1}), (base::Bytes{1}));
}

TEST(LateKey, CanBeMissing) {
  LateKey key;
  EXPECT_FALSE(key);
  EXPECT_EQ(std::optional<base::Bytes>(key), std::nullopt);
  key = base::Bytes{7};
  ASSERT_TRUE(key);
  EXPECT_EQ(*key, (base::Bytes{7}));
  EXPECT_FALSE(key.is_made());
  key.reset();
  EXPECT_FALSE(key.has_value());
}

}  // namespace
}  // namespace ringside::database
