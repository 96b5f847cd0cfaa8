// tests/harness/steps/bounded_search_test.cpp - a regular expression without end is given up after its steps.
#include "harness/steps/bounded_search.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ringside::harness {
namespace {

constexpr std::size_t steps = 200'000;

bool found(const std::string& pattern, const std::string& line) {
  std::size_t left = steps;
  return is_found_in(std::regex(pattern), line, std::regex_constants::match_default, left);
}

TEST(BoundedSearch, FindsWhatIsThere) {
  EXPECT_TRUE(found("^SRV +READ$", "SRV     READ"));
  EXPECT_TRUE(found("b|c", "aac"));
  EXPECT_TRUE(found("(a)(b)\\2\\1", "xabbax"));
  EXPECT_TRUE(found("a(?=b)", "ab"));
  EXPECT_TRUE(found("\\bword\\b", "a word."));
  EXPECT_TRUE(found("", ""));
  EXPECT_FALSE(found("^READ", "SRV READ"));
  EXPECT_FALSE(found("x", ""));
}

TEST(BoundedSearch, GivesUpWhereTheSearchHasNoEnd) {
  const std::string line(60, 'a');
  for (const char* pattern :
       {"^(a|a)+$b", "(a*)*b", "(a+)+b", "(a|aa)+$b", "(.*)*x", "^(([a-z])+.)+[A-Z]$", "(a?){60}a{60}b", "(?=(a|a)+b)a",
        "(a*)\\1*(a*)\\2*(a*)\\3*x", "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x"})
    EXPECT_THROW(found(pattern, line), SearchTooLong) << pattern;
}

}  // namespace
}  // namespace ringside::harness
