// tests/parser/racdcert_forms_test.cpp - the forms of RACDCERT commands that real jobs use, accepted or refused as
// there.
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/parser/parse.hpp"
#include "tests/support/places.hpp"

namespace ringside::parser::test {
namespace {

TEST(RacdcertForms, AreAcceptedOrRefusedAsTheFirstWordOfEachLineSays) {
  std::ifstream forms(test_support::source_folder() / "tests/parser/data/racdcert_forms.txt");
  ASSERT_TRUE(forms);
  std::string verdict;
  std::string command;
  int count = 0;
  while (forms >> verdict && std::getline(forms, command)) {
    ++count;
    const auto result = parse(command);
    const std::string why = result ? "" : result.error().messages.front().text + "; " + result.error().diagnostic.text;
    EXPECT_EQ(result.has_value(), verdict == "accept") << command << "\n" << why;
    if (!result) {
      EXPECT_EQ(result.error().return_code, 8) << command;
      EXPECT_EQ(result.error().messages.front().id.substr(0, 3), "IKJ") << command;
    }
  }
  EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace ringside::parser::test
