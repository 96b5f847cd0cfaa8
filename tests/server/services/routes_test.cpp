// tests/server/services/routes_test.cpp - which route a path belongs to.
#include "server/services/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::services {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

TEST(Routes, AStarIsOnePartAndTwoAreTheRest) {
  EXPECT_THAT(match("/zosmf/info", "/zosmf/info"), Optional(IsEmpty()));
  EXPECT_THAT(match("/a/*/*/files", "/a/RACD#$@/JOB00005/files"), Optional(ElementsAre("RACD#$@", "JOB00005")));
  EXPECT_THAT(match("/fs/**", "/fs/u/ibm/x"), Optional(ElementsAre("u/ibm/x")));
  EXPECT_THAT(match("/fs/**", "/fs"), Optional(ElementsAre("")));
}

TEST(Routes, APathThatIsLongerOrShorterDoesNotMatch) {
  EXPECT_EQ(match("/a/*", "/a"), std::nullopt);
  EXPECT_EQ(match("/a/*", "/a/"), std::nullopt);
  EXPECT_EQ(match("/a/*", "/a/b/c"), std::nullopt);
  EXPECT_EQ(match("/a", "/b"), std::nullopt);
}

}  // namespace
}  // namespace ringside::services
