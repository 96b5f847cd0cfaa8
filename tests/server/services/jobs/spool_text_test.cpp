// tests/server/services/jobs/spool_text_test.cpp - records of a spool file, by range and by search.
#include "server/services/jobs/spool_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::services {
namespace {

using testing::Optional;

constexpr const char* content = "zero\none\nTWO one\nthree\n";

http::Response asked(std::vector<std::pair<std::string, std::string>> query, http::Headers headers = {}) {
  return spool_response({"GET", "/", std::move(query), std::move(headers), {}, {}, {}}, content);
}

TEST(SpoolText, GivesAllRecordsWithoutARange) {
  EXPECT_EQ(asked({}).body, content);
  EXPECT_EQ(asked({}).headers.find("X-IBM-Record-Range"), std::nullopt);
}

TEST(SpoolText, GivesARange) {
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "1-2"}}).body, "one\nTWO one\n");
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "1,1"}}).body, "one\n");
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "3-0"}}).body, "three\n");
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "9-"}}).body, "");
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "x"}}).status, 400U);
  EXPECT_EQ(asked({}, {{"X-IBM-Record-Range", "2-1"}}).status, 400U);
}

TEST(SpoolText, SearchesFromTheRangeOn) {
  const auto first = asked({{"search", "two"}, {"maxreturnsize", "1"}});
  EXPECT_EQ(first.body, "TWO one\n");
  EXPECT_THAT(first.headers.find("X-IBM-Record-Range"), Optional(std::string("2,1")));
  EXPECT_EQ(asked({{"search", "one"}, {"maxreturnsize", "1"}}, {{"X-IBM-Record-Range", "2-0"}}).body, "TWO one\n");
  EXPECT_EQ(asked({{"search", "two"}, {"insensitive", "false"}}).body, "");
  EXPECT_EQ(asked({{"research", "^t[hw]"}, {"maxreturnsize", "1"}}).body, "TWO one\n");
  EXPECT_EQ(asked({{"research", "("}}).status, 400U);
}

TEST(SpoolText, GivesEbcdicInTheOtherModes) {
  EXPECT_EQ(asked({{"mode", "binary"}}, {{"X-IBM-Record-Range", "1-1"}}).body, "\x96\x95\x85");
  EXPECT_EQ(asked({{"mode", "record"}}, {{"X-IBM-Record-Range", "1-1"}}).body, std::string("\0\0\0\3\x96\x95\x85", 7));
  EXPECT_EQ(asked({{"mode", "what"}}).status, 400U);
}

}  // namespace
}  // namespace ringside::services
