// tests/parser/scripts/rexx_test.cpp - the commands of REXX execs that only issue commands, and the refusal of all
// others.
#include "parser/scripts/rexx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::parser::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> exec_commands(std::string_view text) {
  const Script script = read_rexx(text);
  for (const Diagnostic& error : script.errors) ADD_FAILURE() << error.where.line << ": " << error.text;
  std::vector<std::string> all;
  for (const CommandText& command : script.commands) all.push_back(command.text);
  return all;
}

std::string refused(std::string_view text) {
  const Script script = read_rexx(text);
  if (script.errors.empty()) return "(no error)";
  return std::to_string(script.errors.front().where.line) + ": " + script.errors.front().text;
}

TEST(Rexx, IssuesItsLiteralsAsCommands) {
  EXPECT_THAT(exec_commands("/* REXX */\naddress tso\n\"RACDCERT ID(A) ADDRING(R)\"\n"
                            "'RACDCERT ID(A) LIST(LABEL(''x''))'; \"LU A\"\naddress TSO \"LG SYS1\"\nexit 0\n"),
              ElementsAre("RACDCERT ID(A) ADDRING(R)", "RACDCERT ID(A) LIST(LABEL('x'))", "LU A", "LG SYS1"));
}

TEST(Rexx, ContinuesAtACommaWithABlank) {
  EXPECT_THAT(exec_commands(
                  "/* REXX */\n\"RACDCERT CERTAUTH GENCERT\",   /* then */\n\"SUBJECTSDN(CN('A'))\" ||,\n\" TRUST\"\n"),
              ElementsAre("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('A')) TRUST"));
}

TEST(Rexx, JoinsByAbuttalBlanksAndBars) {
  EXPECT_THAT(exec_commands("user = 'IZUSVR'\nq = \"'\"\nlabel = q||'My cert'||q\n"
                            "\"RACDCERT ID(\"user\") LIST(LABEL(\"label\"))\"\n"
                            "\"RACDCERT ID(\" || user || \")\" \"LIST\"\n"),
              ElementsAre("RACDCERT ID(IZUSVR) LIST(LABEL('My cert'))", "RACDCERT ID(IZUSVR) LIST"));
}

TEST(Rexx, KeepsAStrayQuoteOfAVariable) {
  EXPECT_THAT(
      exec_commands("cn = \"CA'\"\n\"RACDCERT CERTAUTH GENCERT\",\n\" SUBJECTSDN(CN(\"||\"'\"||cn||\"'\"||\"))\"\n"),
      ElementsAre("RACDCERT CERTAUTH GENCERT  SUBJECTSDN(CN('CA''))"));
}

TEST(Rexx, TakesAVariableWithoutValueByItsNameAndSaysSo) {
  const Script script = read_rexx("\"LU\" ibmuser\n");
  ASSERT_THAT(script.commands, SizeIs(1));
  EXPECT_EQ(script.commands[0].text, "LU IBMUSER");
  ASSERT_THAT(script.notes, SizeIs(1));
  EXPECT_THAT(script.notes[0].text, HasSubstr("without a value"));
}

TEST(Rexx, SkipsNestedComments) {
  EXPECT_THAT(exec_commands("/* REXX /* nested */ \"LU A\" */\n/* two\nlines */ \"LU B\" /* behind */\n"),
              ElementsAre("LU B"));
}

TEST(Rexx, RefusesByItsLineWhatAProgramWouldDo) {
  EXPECT_THAT(refused("/* REXX */\n\"LU A\"\nif rc > 4 then exit\n"), HasSubstr("3: the instruction IF"));
  EXPECT_THAT(refused("say 'hello'\n"), HasSubstr("1: the instruction SAY"));
  EXPECT_THAT(refused("x = outtrap('line.')\n"), HasSubstr("the function call OUTTRAP"));
  EXPECT_THAT(refused("\"LU\" 1+2\n"), HasSubstr("'+'"));
  EXPECT_THAT(refused("a.1 = 'x'\n"), HasSubstr("A.1"));
  EXPECT_THAT(refused("\"LU\" rc\n"), HasSubstr("RC is not known"));
  EXPECT_THAT(refused("address ispexec 'X'\n"), HasSubstr("another environment"));
  EXPECT_THAT(refused("'C1C2'x\n"), HasSubstr("hexadecimal"));
  EXPECT_THAT(refused("\"LU A\n\"LU B\"\n"), HasSubstr("1: a string that is not closed"));
  EXPECT_THAT(refused("/* REXX\n\"LU A\"\n"), HasSubstr("1: a comment"));
  EXPECT_THAT(refused("\"LU A\" ||\n"), HasSubstr("both sides"));
  EXPECT_THAT(refused("label: \"LU A\"\n"), HasSubstr("':'"));
  EXPECT_THAT(refused("exit\n\"LU A\"\n"), HasSubstr("2: nothing may follow EXIT"));
  EXPECT_THAT(refused("''\n"), HasSubstr("an empty command"));
}

TEST(Rexx, HoldsItsBounds) {
  std::string doubling = "a = 'xxxxxxxxxxxxxxxx'\n";
  for (int i = 0; i < 40; ++i) doubling += "a = a||a\n";
  EXPECT_THAT(refused(doubling), HasSubstr("longer than a TSO command"));
  EXPECT_THAT(refused(std::string(100'000, '(')), HasSubstr("not supported"));
  std::string comments;
  for (int i = 0; i < 200'000; ++i) comments += "/*";
  EXPECT_THAT(refused(comments), HasSubstr("never closed"));
  std::string many;
  for (std::size_t i = 0; i <= base::limits::script_commands; ++i) many += "'X'\n";
  EXPECT_THAT(refused(many), HasSubstr("too many commands"));
  EXPECT_THAT(exec_commands(""), IsEmpty());
}

// 262,144 copies of 32 KiB would be 8 GiB.
TEST(Rexx, BoundsWhatItsVariablesHold) {
  std::string copies = "a = 'xxxxxxxxxxxxxxxx'\n";
  for (int i = 0; i < 10; ++i) copies += "a = a||a\n";
  for (int i = 0; i < 20'000; ++i) copies += "b=a\n";
  EXPECT_THAT(refused(copies), HasSubstr("the values are too long"));
}

}  // namespace
}  // namespace ringside::parser::test
