// tests/emulator/hosttools/shell/condition_commands_test.cpp - test and [, with the texts of bash.
#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class ConditionCommands : public ShellHost {};

TEST_F(ConditionCommands, AGuardKeepsTheKeyThatIsThere) {
  EXPECT_EQ(run("[ -f k.key ] || echo new >k.key; cat k.key"), "0|new\n|");
  EXPECT_EQ(run("[ -f k.key ] || echo newer >k.key; cat k.key"), "0|new\n|");
  EXPECT_EQ(run("test ! -s k.key && echo newer >k.key; cat k.key"), "0|new\n|");
  EXPECT_EQ(run("touch none; if [ -f none ]; then ls; fi").substr(0, 2), "2|");
}

TEST_F(ConditionCommands, ExpressionsAreTrueOrFalseAsPosixSays) {
  ASSERT_TRUE(files_.make_directory("/home/tws/d"));
  ASSERT_TRUE(files_.write("/home/tws/f", base::to_bytes("x"), 0600));
  ASSERT_TRUE(files_.write("/home/tws/e", {}, 0755));
  for (const char* yes : {"a",
                          "-f",
                          "! ''",
                          "-n a",
                          "-z ''",
                          "a = a",
                          "a != b",
                          "a == a",
                          "1 -eq 01",
                          "-1 -lt 0",
                          "2 -ge 2",
                          "3 -gt 2",
                          "' 4 ' -le 4",
                          "1 -ne 2",
                          "-d d",
                          "-d d/",
                          "-e f",
                          "-f f",
                          "-s f",
                          "-r f",
                          "-w f",
                          "-x e",
                          "-x d",
                          "! -x f",
                          "! -s e",
                          "! -f d",
                          "! -L f",
                          "! -e none",
                          "! -e ''",
                          "! -f f/",
                          "-f f -a -d d",
                          "-f none -o -d d",
                          "\\( -f f \\)",
                          "! \\( -f none \\)",
                          "! a = b",
                          "-n = -n",
                          "! = !",
                          "-a = -a",
                          "\\( = \\(",
                          "a -a b",
                          "'' -o b",
                          "f -ef ./f",
                          "f -nt none",
                          "none -ot f",
                          "-f f -a \\( -d none -o -d d \\)",
                          "! -f none -a -f f",
                          "! ! a",
                          "a \\< b",
                          "-O f -o a"})
    EXPECT_EQ(run(std::string("[ ") + yes + " ]"), "0||") << yes;
  for (const char* no : {"",        "''",   "! a",     "-z a",     "-n ''",      "a = b",   "1 -eq 2",   "-f d", "-d f",
                         "-e none", "-h f", "-p f",    "-b f",     "-c f",       "-S f",    "-t 0",      "-t 1", "-u f",
                         "-g f",    "-k f", "a -a ''", "'' -o ''", "\\( '' \\)", "f -ef e", "none -nt f"})
    EXPECT_EQ(run(std::string("test ") + no), "1||") << no;
}

TEST_F(ConditionCommands, AnOperatorThatIsNotEmulatedEndsTheScript) {
  for (const char* sign : {"-v", "-N", "-R", "-o", "-a"}) {
    const std::string result = run("[ " + std::string(sign) + " x ] || echo made");
    EXPECT_EQ(result.find("made"), std::string::npos) << result;
    EXPECT_NE(result.find("not emulated"), std::string::npos) << result;
  }
}

TEST_F(ConditionCommands, WhatIsWrongIsTwo) {
  EXPECT_EQ(run("[ -f x"), "2||sh: line 1: [: missing `]'\n");
  EXPECT_EQ(run("["), "2||sh: line 1: [: missing `]'\n");
  EXPECT_EQ(run("test a b"), "2||sh: line 1: test: a: unary operator expected\n");
  EXPECT_EQ(run("test a b c"), "2||sh: line 1: test: b: binary operator expected\n");
  EXPECT_EQ(run("[ a -eq 1 ]"), "2||sh: line 1: [: a: integer expression expected\n");
  EXPECT_EQ(run("[ 1 -eq '' ]"), "2||sh: line 1: [: : integer expression expected\n");
  EXPECT_EQ(run("[ a = b c d e ]"), "2||sh: line 1: [: too many arguments\n");
  EXPECT_EQ(run("[ a -a ]").substr(0, 2), "2|");
  EXPECT_EQ(run("[ " + base::replace_all(std::string(5'000, 'x'), "x", "! ") + " ]").substr(0, 2), "2|");
}

}  // namespace
}  // namespace ringside::shell
