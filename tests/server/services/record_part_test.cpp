// tests/server/services/record_part_test.cpp - the records that a request asks for.
#include "server/services/record_part.hpp"

#include <gmock/gmock.h>

namespace ringside::services {
namespace {

using testing::HasSubstr;

const std::vector<std::string> records = {"zero", "one", "TWO one", "three"};

tl::expected<RecordPart, std::string> part(std::vector<std::pair<std::string, std::string>> query,
                                           http::Headers headers = {}) {
  return record_part({"GET", "/", std::move(query), std::move(headers)}, records.size(),
                     [](std::size_t at) { return records[at]; });
}

TEST(RecordPart, IsAllWhereNothingIsAsked) {
  const auto all = part({});
  ASSERT_TRUE(all);
  EXPECT_FALSE(all->is_asked);
  EXPECT_EQ(all->range.count, 4U);
}

TEST(RecordPart, BeginsWithTheFirstRecordThatIsFound) {
  const auto found = part({{"search", "two"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->range.first, 2U);
  EXPECT_EQ(found->range.count, 2U);
  EXPECT_EQ(part({{"search", "two"}, {"maxreturnsize", "1"}})->range.count, 1U);
  EXPECT_EQ(part({{"search", "two"}, {"insensitive", "false"}})->range.count, 0U);
  EXPECT_EQ(part({{"search", "one"}}, {{"X-IBM-Record-Range", "2-"}})->range.first, 2U);
  EXPECT_EQ(part({{"search", "three"}}, {{"X-IBM-Record-Range", "0,2"}})->range.count, 0U);
}

TEST(RecordPart, IsFoundByARegularExpression) {
  EXPECT_EQ(part({{"research", "^t[h-r].*e$"}})->range.first, 3U);
  EXPECT_EQ(part({{"research", "^T"}})->range.first, 2U);
  EXPECT_EQ(part({{"research", "^t"}, {"insensitive", "false"}})->range.first, 3U);
}

TEST(RecordPart, IsNotFoundByWhatIsWrong) {
  EXPECT_THAT(part({{"search", "a"}, {"research", "a"}}).error(), HasSubstr("together"));
  EXPECT_THAT(part({{"research", "("}}).error(), HasSubstr("regular expression"));
  EXPECT_THAT(part({{"search", "a"}, {"maxreturnsize", "0"}}).error(), HasSubstr("maxreturnsize"));
  EXPECT_THAT(part({{"search", "a"}, {"insensitive", "x"}}).error(), HasSubstr("insensitive"));
  EXPECT_THAT(part({}, {{"X-IBM-Record-Range", "2-1"}}).error(), HasSubstr("X-IBM-Record-Range"));
}

TEST(RecordPart, SearchesLongRecordsWithoutGoingBackInThem) {
  const std::string line(10'000, 'a');
  const auto searched =
      record_part({"GET", "/", {{"research", "(a|b|aa|ab){30}c"}}}, 100, [&line](std::size_t) { return line; });
  ASSERT_TRUE(searched);
  EXPECT_EQ(searched->range.count, 0u);
}

TEST(RecordPart, TellsItsRangeInAHeader) {
  http::Response response;
  part({})->tell(response);
  EXPECT_FALSE(response.headers.find("X-IBM-Record-Range"));
  part({{"search", "two"}})->tell(response);
  EXPECT_EQ(response.headers.find("X-IBM-Record-Range"), "2,2");
}

}  // namespace
}  // namespace ringside::services
