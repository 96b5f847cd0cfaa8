// tests/server/services/tokens_test.cpp - tokens, and what is none.
#include "server/services/tokens.hpp"

#include <gtest/gtest.h>

namespace ringside::services {
namespace {

class MovingClock final : public base::Clock {
 public:
  [[nodiscard]] base::Instant now() const override { return now_; }
  base::Instant now_{std::chrono::seconds{1'750'000'000}};
};

TEST(Tokens, NameTheirUserForEightHours) {
  MovingClock clock;
  Tokens tokens(&clock);
  for (const std::string& token : {tokens.ltpa_token("USER1"), tokens.json_web_token("USER1")}) {
    MovingClock start;
    clock.now_ = start.now_;
    EXPECT_EQ(tokens.user_of(token), "USER1");
    clock.now_ += std::chrono::hours{8};
    EXPECT_EQ(tokens.user_of(token), std::nullopt);
  }
}

TEST(Tokens, OfAnotherProcessOrChangedAreNone) {
  Tokens tokens, others;
  std::string token = tokens.json_web_token("USER1");
  EXPECT_EQ(others.user_of(token), std::nullopt);
  token[token.size() / 2] = token[token.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(tokens.user_of(token), std::nullopt);
  for (const char* text : {"", ".", "..", "a.b", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJJQk1VU0VSIn0."})
    EXPECT_EQ(tokens.user_of(text), std::nullopt) << text;
}

TEST(Tokens, AreEndedEarlyOneByOne) {
  Tokens tokens;
  const std::string one = tokens.ltpa_token("USER1"), other = tokens.ltpa_token("USER1");
  tokens.end(one);
  tokens.end("not a token");
  EXPECT_EQ(tokens.user_of(one), std::nullopt);
  EXPECT_EQ(tokens.user_of(other), "USER1");
}

}  // namespace
}  // namespace ringside::services
