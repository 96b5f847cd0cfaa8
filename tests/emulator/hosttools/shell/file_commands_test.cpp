// tests/emulator/hosttools/shell/file_commands_test.cpp - ls, mkdir, rmdir and touch, with the texts of the real ones.
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class FileCommands : public ShellHost {};

TEST_F(FileCommands, DirectoriesAreMadeAndRemoved) {
  EXPECT_EQ(run("mkdir a; mkdir -p b/c/d b; ls; rmdir b/c/d; ls b/c"), "0|a\nb\n|");
  EXPECT_EQ(run("mkdir a"), "1||mkdir: cannot create directory 'a': File exists\n");
  EXPECT_EQ(run("mkdir x/y"), "1||mkdir: cannot create directory 'x/y': No such file or directory\n");
  EXPECT_EQ(run("touch f; mkdir f/x"), "1||mkdir: cannot create directory 'f/x': Not a directory\n");
  EXPECT_EQ(run("rmdir b"), "1||rmdir: failed to remove 'b': Directory not empty\n");
  EXPECT_EQ(run("rmdir f"), "1||rmdir: failed to remove 'f': Not a directory\n");
  EXPECT_EQ(run("rmdir nosuch"), "1||rmdir: failed to remove 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("mkdir"), "1||mkdir: missing operand\n");
  EXPECT_EQ(run("mkdir -z a"), "1||mkdir: invalid option -- 'z'\n");
}

TEST_F(FileCommands, TouchMakesAFileAndKeepsContent) {
  EXPECT_EQ(run("echo a >a; touch a b; cat a b"), "0|a\n|");
  EXPECT_EQ(run("touch x/y"), "1||touch: cannot touch 'x/y': No such file or directory\n");
  EXPECT_EQ(run("touch"), "1||touch: missing file operand\n");
}

TEST_F(FileCommands, LsListsFilesBeforeDirectories) {
  EXPECT_EQ(run("mkdir d e; touch d/b d/a .hidden f; ls; ls -a; ls d f e; ls -d d"),
            "0|d\ne\nf\n.hidden\nd\ne\nf\nf\nd:\na\nb\ne:\nd\n|");
  EXPECT_EQ(run("chmod 751 f; echo abc >f; ls -l f"), "0|-rwxr-x--x 1 root root        4 2017/07/14 02:40 f\n|");
  EXPECT_EQ(run("ls nosuch f"), "2|f\n|ls: cannot access 'nosuch': No such file or directory\n");
  EXPECT_EQ(run("ls -z"), "2||ls: invalid option -- 'z'\n");
}

}  // namespace
}  // namespace ringside::shell
