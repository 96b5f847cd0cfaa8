// tests/emulator/hosttools/shell/shell_commands_test.cpp - cd, export, set, exit and others, with the texts of bash.
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

class ShellCommands : public ShellHost {};

TEST_F(ShellCommands, CdChangesTheDirectoryOrSaysWhyNot) {
  EXPECT_EQ(run("mkdir -p d; touch f; cd d; pwd; cd; pwd; cd /; pwd; cd ~/d/..; pwd"),
            "0|/home/tws/d\n/home/tws\n/\n/home/tws\n|");
  EXPECT_EQ(run("cd nosuch"), "1||sh: line 1: cd: nosuch: No such file or directory\n");
  EXPECT_EQ(run("cd f"), "1||sh: line 1: cd: f: Not a directory\n");
  EXPECT_EQ(run("cd a b"), "1||sh: line 1: cd: too many arguments\n");
  EXPECT_EQ(run("unset HOME; cd"), "1||sh: line 1: cd: HOME not set\n");
}

TEST_F(ShellCommands, ExportPutsVariablesIntoTheEnvironment) {
  EXPECT_EQ(run("A=1; export A B=2; export NONE; export -p"),
            "0|export A=\"1\"\nexport B=\"2\"\nexport HOME=\"/home/tws\"\n|");
  EXPECT_EQ(run("export 1A=x"), "1||sh: line 1: export: `1A=x': not a valid identifier\n");
  EXPECT_EQ(run("A=3; unset B; export"), "0|export A=\"3\"\nexport HOME=\"/home/tws\"\n|")
      << "an exported variable stays so";
}

TEST_F(ShellCommands, SetTurnsOptionsOnAndOff) {
  EXPECT_EQ(run("set -x; echo a 'b c'; set +x; echo d"), "0|a b c\nd\n|+ echo a b c\n+ set +x\n");
  EXPECT_EQ(run("set -e; set +e; false; echo a"), "0|a\n|");
  EXPECT_EQ(run("set -z"), "2||sh: line 1: set: -z: invalid option\n");
  EXPECT_EQ(run("set a"), "2||sh: line 1: set: positional parameters are not emulated\n");
}

TEST_F(ShellCommands, ExitEndsTheScriptWithAStatus) {
  EXPECT_EQ(run("false\nexit"), "1||");
  EXPECT_EQ(run("exit 3; echo a"), "3||");
  EXPECT_EQ(run("exit x; echo a"), "2||sh: line 1: exit: x: numeric argument required\n");
  EXPECT_EQ(run(": a; true; echo $?; false || echo $?"), "0|0\n1\n|");
}

}  // namespace
}  // namespace ringside::shell
