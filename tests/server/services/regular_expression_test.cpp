// tests/server/services/regular_expression_test.cpp - expressions find what those of the C library find.
#include "server/services/regular_expression.hpp"

#include <array>

#include <regex.h>

#include <gtest/gtest.h>

namespace ringside::services {
namespace {

bool found(const std::string& expression, const std::string& line, bool any_case = false) {
  const auto read = RegularExpression::read(expression, any_case);
  EXPECT_TRUE(read) << expression;
  return read && read->is_in(line);
}

/// What regexec() of the C library says.
bool found_by_library(const std::string& expression, const std::string& line, bool any_case) {
  regex_t compiled;
  EXPECT_EQ(regcomp(&compiled, expression.c_str(), REG_EXTENDED | REG_NOSUB | (any_case ? REG_ICASE : 0)), 0)
      << expression;
  const bool is_found = regexec(&compiled, line.c_str(), 0, nullptr, 0) == 0;
  regfree(&compiled);
  return is_found;
}

TEST(RegularExpression, FindsWhatTheLibraryFinds) {
  constexpr std::array expressions = {"IRRD",        "IRRD[0-9]{3}I",
                                      "^READY",      "READY *$",
                                      "(a|b)+c",     "a?b",
                                      "a{2,3}",      "a{0,2}b",
                                      "a{3,}",       "x*",
                                      "^$",          "^ab|cd$",
                                      "[^A-Z]",      "[]a]",
                                      "[a-]",        "\\.",
                                      "\\[x\\]",     "(ab)*c",
                                      "((a|b)c)+",   "a.c",
                                      "[[:digit:]]", "[[:upper:]]{2}",
                                      "(^a|b$)",     "[[:alpha:]_-]x",
                                      "()",          "a|",
                                      "a**",         "(a{1,2}){2}",
                                      "c$|^a"};
  constexpr std::array lines = {"",        "IRRD109I x", "READY", "READY   ", "xabc", "aab", "aaa",   "aaab",
                                "cd",      "ab",         "]",     "-",        "a.c",  "[x]", "ababc", "bcac",
                                "RACF 31", "axc",        "a_x",   "irrd109i", "abcd", "zzz", "aa aa", "AB"};
  for (const char* expression : expressions)
    for (const char* line : lines)
      for (const bool any_case : {false, true})
        EXPECT_EQ(found(expression, line, any_case), found_by_library(expression, line, any_case))
            << expression << " in " << line << (any_case ? " in any case" : "");
}

TEST(RegularExpression, TakesACharacterOfUtf8AsOne) {
  EXPECT_TRUE(found("^x.y$", "x\u00e9y"));
  EXPECT_TRUE(found("[\u00e0-\u00ff]", "x\u00e9y"));
  EXPECT_FALSE(found("[\u00e0-\u00ff]", "xey"));
}

TEST(RegularExpression, IsRefusedWhereItIsNone) {
  for (const char* wrong :
       {"(", ")", "a)", "[", "[a", "[]", "[z-a]", "[[:what:]]", "*", "a{3,2}", "\\", "\\d", "+a", "a|*"})
    EXPECT_FALSE(RegularExpression::read(wrong, false)) << wrong;
  EXPECT_FALSE(RegularExpression::read(std::string(257, 'a'), false));
  EXPECT_FALSE(RegularExpression::read("((a{100}){100}){100}", false));
}

TEST(RegularExpression, FindsNothingInALongLineWithoutGoingBack) {
  const std::string line(20'000, 'a');
  for (const char* expression : {"(a*)*b", "(a+a+)+b", "(a|a|aa)+b", "a?a?a?a?a?a?a?aaaaaaab", "(a|b){200}c"})
    EXPECT_FALSE(RegularExpression::read(expression, false)->is_in(line)) << expression;
}

TEST(RegularExpression, IsAllOfATextFromItsStartToItsEnd) {
  const auto read = RegularExpression::read("flow.*", true);
  EXPECT_TRUE(read->is_all_of("FLOW.1"));
  EXPECT_FALSE(read->is_all_of("other.flow"));
}

}  // namespace
}  // namespace ringside::services
