// tests/server/http/message_test.cpp - request targets and headers.
#include "server/http/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Target, IsSplitAtTheFirstQuestionMarkOnlyAndKeepsRawCharacters) {
  const auto target = parse_target("/zosmf/restjobs/jobs/RACD#$@/JOB00005?owner=*&jobid=a?b&");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/zosmf/restjobs/jobs/RACD#$@/JOB00005");
  EXPECT_THAT(target->query, ElementsAre(Pair("owner", "*"), Pair("jobid", "a?b")));
}

TEST(Target, IsPercentDecodedOnce) {
  const auto target = parse_target("/ds/A%23B%2525?x=%C3%A4%26&flag");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/ds/A#B%25");
  EXPECT_THAT(target->query, ElementsAre(Pair("x", "\xC3\xA4&"), Pair("flag", "")));
}

TEST(Target, ThatIsMalformedIsRefused) {
  for (const char* text : {"", "x", "http://host/", "/%", "/%4", "/%zz", "/%00", "/a?b=%", "*"})
    EXPECT_FALSE(parse_target(text)) << text;
}

TEST(Headers, AreFoundInAnyCase) {
  const Headers headers{{"X-CSRF-ZOSMF-HEADER", "true"}, {"Cookie", "a"}};
  EXPECT_EQ(headers.find("x-csrf-zosmf-header"), "true");
  EXPECT_EQ(headers.find("COOKIE"), "a");
  EXPECT_EQ(headers.find("Cook"), std::nullopt);
}

}  // namespace
}  // namespace ringside::http
