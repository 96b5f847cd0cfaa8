// tests/emulator/hosttools/shell/tree_commands_test.cpp - cp, mv, rm, chmod and chown, with the texts of the real ones.
#include <gmock/gmock.h>

#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class TreeCommands : public ShellHost {};

TEST_F(TreeCommands, CopiesKeepTheModeAndSayWhatIsMissing) {
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

TEST_F(TreeCommands, MovesRename) {
  EXPECT_EQ(run("echo a >a; mv a b; mkdir d; mv b d; cat d/b; mv d e; cat e/b"), "0|a\na\n|");
  EXPECT_EQ(run("mv a x"), "1||mv: cannot stat 'a': No such file or directory\n");
  EXPECT_EQ(run("mv e e/f"), "1||mv: cannot move 'e' to a subdirectory of itself, 'e/f'\n");
}

TEST_F(TreeCommands, RemovalsNameWhatTheyCannot) {
  EXPECT_EQ(run("mkdir -p d/e; touch d/f; rm -f nosuch; rm d"), "1||rm: cannot remove 'd': Is a directory\n");
  EXPECT_EQ(run("rm nosuch"), "1||rm: cannot remove 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("rm -r d; ls"), "0||");
}

TEST_F(TreeCommands, OperandsThatAreMissingAreNamed) {
  EXPECT_EQ(run("mv"), "1||mv: missing file operand\n");
  EXPECT_EQ(run("rm"), "1||rm: missing operand\n");
  EXPECT_EQ(run("rm -f"), "0||");
  EXPECT_EQ(run("chmod"), "1||chmod: missing operand\n");
  EXPECT_EQ(run("chmod 600"), "1||chmod: missing operand after '600'\n");
  EXPECT_EQ(run("chown a"), "1||chown: missing operand after 'a'\n");
  EXPECT_EQ(run("chown -z a b"), "1||chown: invalid option -- 'z'\n");
}

TEST_F(TreeCommands, AModeMayBeginWithAMinus) {
  EXPECT_EQ(run("touch a; chmod -w a; ls -l a"), "0|-r--r--r-- 1 root root        0 2017/07/14 02:40 a\n|");
}

TEST_F(TreeCommands, OwnersAndModesChange) {
  EXPECT_EQ(run("mkdir d; touch d/a; chown -R twsuser:staff d; chmod -R go-rwx d; ls -l d; ls -ld d"),
            "0|-rw------- 1 twsuser staff        0 2017/07/14 02:40 a\n"
            "drwx------ 1 twsuser staff        0 2017/07/14 02:40 d\n|");
  EXPECT_EQ(run("chmod z d"), "1||chmod: invalid mode: 'z'\n");
  EXPECT_EQ(run("chmod 600 nosuch"), "1||chmod: cannot access 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("chown a nosuch"), "1||chown: cannot access 'nosuch': No such file or directory\n");
}

}  // namespace
}  // namespace ringside::shell
