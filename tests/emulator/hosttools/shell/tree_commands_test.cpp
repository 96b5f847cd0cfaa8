// tests/emulator/hosttools/shell/tree_commands_test.cpp - cp, mv, cat and their like, with the words of the real ones.
#include <gmock/gmock.h>

#include "emulator/hosttools/shell/mode.hpp"
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class Commands : public ShellHost {};

TEST_F(Commands, EchoAndPrintfEndTheirLineOrNot) {
  EXPECT_EQ(run("echo a  b; echo -n c; printf '%s' maestro00; printf 'x\\n'; printf '%s-%d\\n' a 1 b 2"),
            "0|a b\ncmaestro00x\na-1\nb-2\n|");
  EXPECT_EQ(run("printf %q x"), "1||sh: line 1: printf: %q: this conversion is not emulated\n");
}

TEST_F(Commands, CopiesKeepTheModeAndSayWhatIsMissing) {
  EXPECT_EQ(run("echo a >a; chmod 600 a; cp a b; mkdir d; cp a b d; cp d/a d/c; ls d; ls -l b"),
            "0|a\nb\nc\n-rw------- 1 root root        2 2017/07/14 02:40 b\n|");
  EXPECT_EQ(run("cp nosuch x"), "1||cp: cannot stat 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("cp d x"), "1||cp: -r not specified; omitting directory 'd'\n");
  EXPECT_EQ(run("cp a a"), "1||cp: 'a' and 'a' are the same file\n");
  EXPECT_EQ(run("cp a nosuch/x"), "1||cp: cannot create regular file 'nosuch/x': No such file or directory\n");
  EXPECT_EQ(run("cp a b nosuch"), "1||cp: target 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("cp a"), "1||cp: missing destination file operand after 'a'\n");
  EXPECT_EQ(run("cp -z a b"), "1||cp: invalid option -- 'z'\n");
  EXPECT_EQ(run("cp -r d e; ls e; cp -r d d/f"), "1|a\nb\nc\n|cp: cannot copy a directory, 'd', into itself, 'd/f'\n");
}

TEST_F(Commands, MovesRename) {
  EXPECT_EQ(run("echo a >a; mv a b; mkdir d; mv b d; cat d/b; mv d e; cat e/b"), "0|a\na\n|");
  EXPECT_EQ(run("mv a x"), "1||mv: cannot stat 'a': No such file or directory\n");
  EXPECT_EQ(run("mv e e/f"), "1||mv: cannot move 'e' to 'e/f': Device or resource busy\n");
}

TEST_F(Commands, RemovalsNameWhatTheyCannot) {
  EXPECT_EQ(run("mkdir -p d/e; touch d/f; rm -f nosuch; rm d"), "1||rm: cannot remove 'd': Is a directory\n");
  EXPECT_EQ(run("rmdir d"), "1||rmdir: failed to remove 'd': Directory not empty\n");
  EXPECT_EQ(run("rm nosuch"), "1||rm: cannot remove 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("rm -r d; ls"), "0||");
  EXPECT_EQ(run("mkdir x/y"), "1||mkdir: cannot create directory 'x/y': No such file or directory\n");
  EXPECT_EQ(run("ls nosuch"), "2||ls: cannot access 'nosuch': No such file or directory\n");
}

TEST_F(Commands, OwnersAndModesChange) {
  EXPECT_EQ(run("mkdir d; touch d/a; chown -R twsuser:staff d; chmod -R go-rwx d; ls -l d; ls -ld d"),
            "0|-rw------- 1 twsuser staff        0 2017/07/14 02:40 a\n"
            "drwx------ 1 twsuser staff        0 2017/07/14 02:40 d\n|");
  EXPECT_EQ(run("chmod z d"), "1||chmod: invalid mode: 'z'\n");
  EXPECT_EQ(run("chmod 600 nosuch"), "1||chmod: cannot access 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("chown a nosuch"), "1||chown: cannot access 'nosuch': No such file or directory\n");
}

TEST_F(Commands, CmpTellsTheFirstDifference) {
  EXPECT_EQ(run("printf 'a\\nb' >a; printf 'a\\nc' >b; cmp a a; cmp a b"), "1|a b differ: byte 3, line 2\n|");
  EXPECT_EQ(run("printf a >a; cmp a b"), "1||cmp: EOF on a after byte 1\n");
}

TEST(Mode, IsOctalOrLetters) {
  EXPECT_EQ(apply_mode("600", 0, false), 0600u);
  EXPECT_EQ(apply_mode("u=rw,go=", 0777, false), 0600u);
  EXPECT_EQ(apply_mode("+x", 0644, false), 0755u);
  EXPECT_EQ(apply_mode("a-w", 0666, false), 0444u);
  EXPECT_EQ(apply_mode("go+rX", 0600, true), 0655u);
  for (const char* wrong : {"", "8", "77777", "u", "u+q", "rw", "u=r,"})
    EXPECT_FALSE(apply_mode(wrong, 0, false)) << wrong;
}

}  // namespace
}  // namespace ringside::shell
