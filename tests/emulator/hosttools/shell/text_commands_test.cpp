// tests/emulator/hosttools/shell/text_commands_test.cpp - cat, echo, printf and cmp, with the texts of the real ones.
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class TextCommands : public ShellHost {};

TEST_F(TextCommands, CatJoinsFilesAndStandardInput) {
  EXPECT_EQ(run("echo a >a; echo b | cat a - a"), "0|a\nb\na\n|");
  EXPECT_EQ(run("cat a nosuch a; cat /home"),
            "1|a\na\n|cat: nosuch: No such file or directory\ncat: /home: Is a directory\n");
  EXPECT_EQ(run("cat -z"), "1||cat: invalid option -- 'z'\n");
}

TEST_F(TextCommands, EchoKeepsBackslashesUnlessAskedOtherwise) {
  EXPECT_EQ(run("echo a  b; echo -n c; echo 'x\\ty'; echo -e 'x\\ty\\\\z\\q'; echo -nE 'd\\n'; echo -z; echo"),
            "0|a b\ncx\\ty\nx\ty\\z\\q\nd\\n-z\n\n|");
  EXPECT_EQ(run("echo -e 'a\\cb'"), "0|a|") << "\\c ends the output";
}

TEST_F(TextCommands, PrintfUsesItsFormatUntilNoArgumentIsLeft) {
  EXPECT_EQ(
      run("printf '%s' maestro00; printf 'x\\n'; printf '%s-%d\\n' a 1 b 2; printf '%s-%d\\n'; printf '100%%\\n'"),
      "0|maestro00x\na-1\nb-2\n-0\n100%\n|");
  EXPECT_EQ(run("printf 'a\\n' b c"), "0|a\n|") << "a format without conversions is used once";
  EXPECT_EQ(run("printf %q x"), "1||sh: line 1: printf: %q: this conversion is not emulated\n");
  EXPECT_EQ(run("printf"), "2||sh: line 1: printf: usage: printf format [arguments]\n");
}

TEST_F(TextCommands, CmpTellsTheFirstDifference) {
  EXPECT_EQ(run("printf 'a\\nb' >a; printf 'a\\nc' >b; cmp a a; cmp a b"), "1|a b differ: byte 3, line 2\n|");
  EXPECT_EQ(run("cmp -s a b"), "1||");
  EXPECT_EQ(run("printf a >a; cmp a b"), "1||cmp: EOF on a after byte 1\n");
  EXPECT_EQ(run("cmp a nosuch"), "2||cmp: nosuch: No such file or directory\n");
  EXPECT_EQ(run("cmp a"), "2||cmp: two files must be named\n");
}

}  // namespace
}  // namespace ringside::shell
