// tests/house/one_place_test.cpp - numbers of own messages and the database of a lab have one place in the sources.
#include "tests/house/one_place.hpp"

#include <filesystem>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "tests/house/tree.hpp"
#include "tests/support/places.hpp"

namespace ringside::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(OnePlace, NumbersOfOwnMessagesAreWrittenInTheRegistryOnly) {
  EXPECT_EQ(violations(tree(is_cpp), check_own_numbers), "");
}

/// The names of the rows of a table of messages.
std::vector<std::string> message_names(const std::filesystem::path& table) {
  constexpr std::string_view macro = "RINGSIDE_MESSAGE(";
  std::vector<std::string> names;
  for (const std::string& line : base::lines(file_text(table)))
    if (line.starts_with(macro)) names.push_back(line.substr(macro.size(), line.find(',') - macro.size()));
  return names;
}

TEST(OnePlace, EveryMessageIsRaisedSomewhere) {
  std::string text;
  for (const SourceFile& file : tree(is_cpp))
    if (!file.path.starts_with("tests/")) text += file.text;
  for (const char* table : {"base/own_message_table.inc", "emulator/jes/message_table.inc",
                            "emulator/racf/message_table.inc", "emulator/tso/message_table.inc"}) {
    const auto names = message_names(test_support::source_folder() / table);
    EXPECT_THAT(names, testing::Not(IsEmpty())) << table;
    for (const std::string& name : names)
      EXPECT_NE(text.find("::" + name), std::string::npos) << name << " of " << table << " is raised by no code";
  }
}

TEST(OnePlace, DocsAndScenariosNameOnlyOwnMessagesThatExist) {
  std::set<std::string, std::less<>> known;
  for (const auto& row : base::own_messages().rows()) known.emplace(row.number);
  for (const char* folder : {"docs", "scenarios"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test_support::source_folder() / folder)) {
      if (entry.path().extension() != ".md" && entry.path().extension() != ".yaml") continue;
      for (const std::string& number : own_numbers_in(file_text(entry.path())))
        EXPECT_TRUE(known.contains(number)) << entry.path() << " names " << number;
    }
}

TEST(OnePlace, OnlyALabOpensItsDatabase) {
  EXPECT_EQ(violations(tree(is_cpp), check_database_access), "");
}

TEST(OnePlaceRules, ANumberOfAnOwnMessageOutsideTheRegistryIsFound) {
  const std::string text = "// refuses with RSD207I\nrefuse(\"RSD207I\");\nuse(\"RSD2\");\n";
  EXPECT_THAT(check_own_numbers({"app/a.cpp", "use(\"RSD\" + number);  // RSD207I\n"}),
              ElementsAre(HasSubstr("puts the number")));
  EXPECT_THAT(check_own_numbers({"app/a.cpp", "use(number);  // \"RSD207I\"\n/* RSD208I */\n"}), IsEmpty());
  EXPECT_THAT(check_own_numbers({"app/a.cpp", text}), ElementsAre(HasSubstr("app/a.cpp: RSD207I")));
  EXPECT_THAT(check_own_numbers({"tests/app/a.cpp", text}), IsEmpty());
  EXPECT_THAT(check_own_numbers({std::string(own_message_table), text}), IsEmpty());
}

TEST(OnePlaceRules, ADatabaseOpenedOutsideALabIsFound) {
  const std::string text = "database::Store store(path);\n";
  EXPECT_THAT(check_database_access({"app/a.cpp", text}), testing::SizeIs(1));
  const std::string including = std::string("#") + "include \"emulator/database/store.hpp\"\n";
  EXPECT_THAT(check_database_access({"app/a.cpp", including}), testing::SizeIs(1));
  EXPECT_THAT(check_database_access({"emulator/lab/a.hpp", including}), IsEmpty());
  EXPECT_THAT(check_database_access({"app/a.cpp", "database::Stored store;\n"}), IsEmpty());
  EXPECT_THAT(check_database_access({"emulator/lab/a.cpp", text}), IsEmpty());
  EXPECT_THAT(check_database_access({"tests/app/a.cpp", text}), IsEmpty());
}

}  // namespace
}  // namespace ringside::house
