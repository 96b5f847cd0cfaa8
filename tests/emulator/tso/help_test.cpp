// tests/emulator/tso/help_test.cpp - a page for every command and every RACDCERT function, with every operand.
#include "emulator/tso/help.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "emulator/racf/racdcert/function_table.hpp"
#include "parser/tso/command_table.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Help : public testing::Test {
 protected:
  std::string shown(const std::string& command, int return_code = 0) {
    const auto result = lab_.run(command);
    EXPECT_EQ(result.return_code, return_code) << command;
    return base::join(result.shown(), "\n") + "\n";
  }
  test_support::RacfLab lab_;
};

std::vector<std::string> expected_pages() {
  std::vector<std::string> titles;
  for (const parser::CommandSpec& command : parser::command_specs()) titles.emplace_back(command.name);
  for (const auto& rule : racf::racdcert::function_rules()) titles.push_back("RACDCERT " + std::string(rule.name));
  return titles;
}

TEST_F(Help, HasAPageForEachCommandAndFunctionAndNoOther) {
  const auto pages = help_pages();
  EXPECT_THAT(std::vector<std::string>(pages.begin(), pages.end()),
              testing::UnorderedElementsAreArray(expected_pages()));
  for (const std::string& title : expected_pages()) {
    const std::string page = shown("HELP " + title);
    EXPECT_THAT(page, StartsWith(title + " - ")) << title;
    for (const std::string& line : base::lines(page)) EXPECT_LE(line.size(), 79U) << line;
  }
}

TEST_F(Help, NamesEveryOperandOfTheTable) {
  for (const parser::CommandSpec& command : parser::command_specs()) {
    if (command.name == "RACDCERT") continue;
    const std::string page = shown("HELP " + std::string(command.name));
    for (const parser::KeywordSpec& operand : command.keywords)
      EXPECT_THAT(page, HasSubstr(std::string(operand.name))) << command.name;
  }
  for (const parser::KeywordSpec& operand : parser::find_command("RACDCERT")->keywords)
    if (operand.name != "MULTIID")
      EXPECT_THAT(shown("HELP RACDCERT") + shown("HELP RACDCERT GENCERT"), HasSubstr(std::string(operand.name)));
}

TEST_F(Help, ShowsCommandsFunctionsAndOperands) {
  test_support::expect_golden("tso/help.txt", shown("HELP") + shown("HELP RACDCERT") + shown("HELP RACDCERT CONNECT") +
                                                  shown("HELP RACDCERT REKEY") + shown("HELP ADDGROUP") +
                                                  shown("HELP ALLOCATE"));
}

TEST_F(Help, ShowsOnlyThePartsThatAreAskedFor) {
  EXPECT_EQ(shown("H ADDGROUP FUNCTION"), "ADDGROUP - defines groups\n");
  EXPECT_EQ(shown("HELP AG SYNTAX"), " ADDGROUP group ... [operands]\n");
  EXPECT_EQ(shown("HELP ADDGROUP OPERANDS(OWNER)"), " Operands:\n  OWNER(word)\n");
  EXPECT_EQ(shown("HELP RACDCERT OPERANDS(GENREQ)"), shown("HELP RACDCERT GENREQ"));
  EXPECT_EQ(shown("HELP RACDCERT GENR"), shown("HELP RACDCERT GENREQ"));
}

TEST_F(Help, NamesTheNeighbourOfAnUnknownTopic) {
  EXPECT_EQ(shown("HELP ADUSER", 12), "No help for ADUSER; did you mean ADDUSER?\n");
  EXPECT_THAT(shown("HELP RACDCERT GENCRET", 12), HasSubstr("did you mean GENCERT"));
  EXPECT_EQ(shown("HELP REPRO"), "REPRO exists on a real system; Ringside does not emulate it.\n");
}

}  // namespace
}  // namespace ringside::tso
