// tests/base/suggestion_test.cpp - which known word is offered for an unknown one.
#include "base/suggestion.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::base {
namespace {

using testing::Optional;

TEST(Suggestion, TheNearestWordIsOfferedOnlyIfItCanBeMeant) {
  const std::vector<std::string> functions{"GENCERT", "GENREQ", "LIST", "ADD"};
  EXPECT_THAT(nearest("GENCRET", functions), Optional(std::string("GENCERT")));
  EXPECT_THAT(nearest("LSIT", functions), Optional(std::string("LIST"))) << "neighbours the wrong way round";
  EXPECT_THAT(nearest("LST", functions), Optional(std::string("LIST")));
  EXPECT_EQ(nearest("X", functions), std::nullopt);
  EXPECT_EQ(nearest("", {"A"}), std::nullopt);
  EXPECT_EQ(nearest("GENCERT", {}), std::nullopt);
}

TEST(Suggestion, OfEquallyNearWordsTheFirstIsOffered) {
  EXPECT_THAT(nearest("RINK", {"RING", "RINS"}), Optional(std::string("RING")));
}

TEST(Suggestion, AHintFollowsAMessageOrIsEmpty) {
  EXPECT_EQ(did_you_mean("LSIT", {"LIST"}), "; did you mean LIST?");
  EXPECT_EQ(did_you_mean("expct", {"expect"}, Quotes::yes), "; did you mean 'expect'?");
  EXPECT_EQ(did_you_mean("X", {"LIST"}), "");
}

TEST(Suggestion, AWordFarLongerThanAllOthersIsNotCompared) {
  EXPECT_EQ(nearest(std::string(1 << 20, 'A'), {"ADD", "LIST"}), std::nullopt);
}

}  // namespace
}  // namespace ringside::base
