// tests/emulator/tso/commands_test.cpp - the table of TSO's own commands.
#include "emulator/tso/commands.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "parser/tso/command_table.hpp"

namespace ringside::tso {
namespace {

TEST(TsoCommands, AreFoundByNameAndAliasInAnyCaseAndNeverByPrefix) {
  ASSERT_NE(find_tso_command("prof"), nullptr);
  EXPECT_EQ(find_tso_command("prof")->name, "PROFILE");
  EXPECT_EQ(find_tso_command("PROFI"), nullptr);
  EXPECT_EQ(find_tso_command(""), nullptr);
}

TEST(TsoCommands, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const TsoCommand& command : tso_commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
    EXPECT_TRUE(command.alias.empty() || names.insert(command.alias).second) << command.alias;
  }
}

TEST(TsoCommands, ThatRunAreKnownToPARSE) {
  for (const TsoCommand& command : tso_commands())
    EXPECT_TRUE(command.treatment == Treatment::not_emulated || parser::find_command(command.name)) << command.name;
}

TEST(TsoCommands, ThatAreNotEmulatedHideNoCommandOfRacf) {
  for (const TsoCommand& command : tso_commands()) {
    if (command.treatment != Treatment::not_emulated) continue;
    EXPECT_EQ(parser::find_command(command.name), nullptr) << command.name;
    EXPECT_TRUE(command.alias.empty() || parser::find_command(command.alias) == nullptr) << command.alias;
  }
}

}  // namespace
}  // namespace ringside::tso
