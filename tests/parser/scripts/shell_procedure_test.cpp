// tests/parser/scripts/shell_procedure_test.cpp - what of a shell procedure is a TSO command, and what is refused.
#include "parser/scripts/shell_procedure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::parser::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> commands_of(std::string_view text) {
  const Script script = read_shell_script(text);
  for (const Diagnostic& error : script.errors) ADD_FAILURE() << error.where.line << ": " << error.text;
  std::vector<std::string> all;
  for (const CommandText& command : script.commands) all.push_back(command.text);
  return all;
}

/// "line: text" of the first error; there must be one.
std::string first_error(std::string_view text) {
  const Script script = read_shell_script(text);
  if (script.errors.empty()) return "(no error)";
  return std::to_string(script.errors.front().where.line) + ": " + script.errors.front().text;
}

TEST(ShellScript, ReadsTheThreeWaysOfQuoting) {
  EXPECT_THAT(commands_of("#!/bin/sh\n# make a ring\n\n"
                          "tsocmd \"RACDCERT ID(A) ADDRING(R)\"   # once\n"
                          "tsocmd 'RACDCERT ID(A) LISTRING(R)'; tsocmd RACDCERT ID\\(A\\) LIST\n"
                          "  tsocmd \"RACDCERT CERTAUTH LIST(LABEL('CA'))\""),
              ElementsAre("RACDCERT ID(A) ADDRING(R)", "RACDCERT ID(A) LISTRING(R)", "RACDCERT ID(A) LIST",
                          "RACDCERT CERTAUTH LIST(LABEL('CA'))"));
}

TEST(ShellScript, KnowsOtherNamesOfTsocmd) {
  EXPECT_THAT(commands_of("/bin/tsocmd 'LU A'\nzowe tso issue cmd \"LU B\"\nzowe tso issue command 'LU C'\n"
                          "zowe zos-tso issue command \"LU D\"\n"),
              ElementsAre("LU A", "LU B", "LU C", "LU D"));
  EXPECT_THAT(first_error("zowe files list ds 'A.B'\n"), HasSubstr("'zowe' is not supported"));
}

TEST(ShellScript, ShowsNoLineSinceItMayHoldAPassword) {
  for (const char* text : {"tsocmd \"ALU A PASSWORD(CANARY7) $X\"\n", "tsocmd 'ALU A PASSWORD(CANARY7)\n"})
    for (const Diagnostic& error : read_shell_script(text).errors)
      EXPECT_THAT(error.text + error.line, testing::Not(HasSubstr("CANARY7")));
}

TEST(ShellScript, JoinsLinesAtABackslash) {
  EXPECT_THAT(commands_of("tsocmd \"RACDCERT ID(A) \\\n  GENCERT\"\ntsocmd \\\n 'LU A'\n"),
              ElementsAre("RACDCERT ID(A)   GENCERT", "LU A"));
}

TEST(ShellScript, ReplacesWhatTheFileAssigns) {
  EXPECT_THAT(
      commands_of("USER=IZUSVR\nLABEL=\"z OSMF\"\nRING=${USER}.ring\n"
                  "tsocmd \"RACDCERT ID($USER) CONNECT(LABEL('${LABEL}') RING($RING))\"\n"
                  "tsocmd 'COST $USER' \"A \\$USER \\\"q\\\"\"\nexit 0\n"),
      ElementsAre("RACDCERT ID(IZUSVR) CONNECT(LABEL('z OSMF') RING(IZUSVR.ring))", "COST $USER A $USER \"q\""));
}

TEST(ShellScript, GivesEachCommandItsLine) {
  const Script script = read_shell_script("# one\n\ntsocmd 'LU A'\n");
  ASSERT_THAT(script.commands, SizeIs(1));
  EXPECT_EQ(script.commands[0].position(0).line, 3);
}

TEST(ShellScript, RefusesByItsLineWhatItCannotTell) {
  EXPECT_THAT(first_error("tsocmd 'LU A'\necho done\n"), HasSubstr("2: 'echo' is not supported"));
  EXPECT_THAT(first_error("tsocmd 'LU A' || exit 1\n"), HasSubstr("1: '|' outside quotes"));
  EXPECT_THAT(first_error("tsocmd \"LU $1\"\n"), HasSubstr("$1"));
  EXPECT_THAT(first_error("tsocmd \"LU $WHO\"\n"), HasSubstr("WHO has no value"));
  EXPECT_THAT(first_error("tsocmd \"LU ${WHO:-A}\"\n"), HasSubstr("${NAME}"));
  EXPECT_THAT(first_error("X=$(date)\n"), HasSubstr("$("));
  EXPECT_THAT(first_error("tsocmd \"LU `whoami`\"\n"), HasSubstr("'`'"));
  EXPECT_THAT(first_error("tsocmd\n"), HasSubstr("without a command"));
  EXPECT_THAT(first_error("\n\ntsocmd 'LU A\n\n"), HasSubstr("3: a quote (') that is never closed"));
  EXPECT_THAT(first_error("A=1 tsocmd 'LU A'\n"), HasSubstr("for one command alone"));
  EXPECT_THAT(first_error("exit 0\ntsocmd 'LU A'\n"), HasSubstr("2: nothing may follow exit"));
  EXPECT_THAT(first_error("for i in 1 2\ndo\n tsocmd 'LU A'\ndone\n"), HasSubstr("1: 'for'"));
}

TEST(ShellScript, HoldsItsBounds) {
  EXPECT_THAT(first_error("tsocmd '" + std::string(1'000'000, 'A') + "'\n"), HasSubstr("longer than a TSO command"));
  std::string many;
  for (std::size_t i = 0; i <= base::limits::script_commands; ++i) many += "tsocmd X\n";
  EXPECT_THAT(first_error(many), HasSubstr("too many commands"));
  EXPECT_THAT(read_shell_script(std::string(100'000, '(')).errors, SizeIs(1));
  EXPECT_THAT(read_shell_script(std::string(50'000, '\n') + "'").errors, SizeIs(1));
  EXPECT_THAT(commands_of(""), IsEmpty());
}

}  // namespace
}  // namespace ringside::parser::test
