// tests/emulator/hosttools/shell/run_test.cpp - scripts as they run: order, streams, variables, statuses.
#include <gmock/gmock.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

using testing::HasSubstr;

class RunScript : public ShellHost {};

TEST_F(RunScript, LinesRunInOrderAndTheLastStatusIsTheScripts) {
  EXPECT_EQ(run("echo one\necho two >&2\nfalse"), "1|one\n|two\n");
  EXPECT_EQ(run(""), "0||");
}

/// What follows the errors of commands that are not known.
std::string nothing_ran() {
  return "sh: nothing was run, since Ringside's shell must know every command of a script first\n";
}

TEST_F(RunScript, AnUnknownCommandIs127AndNothingRuns) {
  EXPECT_EQ(run("touch f\n-key x\necho $?"), "127||sh: line 2: -key: command not found\n" + nothing_ran());
  EXPECT_EQ(run("./nosuch"), "127||sh: line 1: ./nosuch: No such file or directory\n" + nothing_ran());
  EXPECT_EQ(run("ls"), "0||");
}

TEST_F(RunScript, EveryCommandWordIsKnownBeforeAnythingRuns) {
  ASSERT_TRUE(files_.write("/home/tws/k.key", base::to_bytes("precious"), 0600));
  for (const char* guard : {"nosuch k.key || W",
                            "W; nosuch",
                            "! nosuch && W",
                            "true || nosuch; W",
                            "nosuch | W",
                            "W | nosuch",
                            "X=1 nosuch || W",
                            "W\nexit\nnosuch",
                            "nosuch 2>/dev/null || W",
                            "'[[' -f k.key ']]' || W",
                            "command W",
                            "eval W",
                            "$NONE nosuch || W",
                            "$? || W",
                            "no$NONE'such' || W",
                            "X=nosuch; $X || W",
                            "X=ls; true && X=nosuch; $X; W",
                            "export X=nosuch; $X || W",
                            "X=\"nosuch ls\"; $X || W",
                            "X=ls; unset X; $X nosuch; W",
                            "l? || W",
                            "X='l*'; $X || W",
                            "~ || W",
                            "./nosuch || W",
                            "/bin/openssl version || W",
                            "../openssl version || W",
                            "zseckeytool || W",
                            "export $X=$?; W; $Y",
                            "\"\" || W",
                            "a=b c=d e || W",
                            "X=nosuch export X; W; nosuch"}) {
    const std::string line = base::replace_all(guard, "W", "echo gone >k.key");
    const std::string said = run(line);
    EXPECT_EQ(content("/home/tws/k.key"), "precious") << line << ": " << said;
    EXPECT_TRUE(said.starts_with("127||") || said.starts_with("126||")) << line << ": " << said;
    EXPECT_THAT(said, HasSubstr(nothing_ran())) << line;
  }
}

TEST_F(RunScript, AVariableMayHoldACommandIfItsValuesAreKnown) {
  EXPECT_EQ(run("E=echo; $E a; F=\"$E b\"; $F c; $NONE echo d; export G=printf; ${G} 'e\\n'; \"$E\" f"),
            "0|a\nb c\nd\ne\nf\n|");
  EXPECT_EQ(run("E=true; [ -f x ] && E=echo; $E a"), "0||");
  variables_["TOOL"] = "echo";
  EXPECT_EQ(run("$TOOL a"), "0|a\n|");
  EXPECT_EQ(run("TOOL=nosuch $TOOL a"), "0|a\n|") << "the value of before";
}

TEST_F(RunScript, WhatIsNotEmulatedEndsTheScript) {
  ASSERT_TRUE(files_.write("/home/tws/k.key", base::to_bytes("precious"), 0600));
  for (const char* guard :
       {"openssl asn1parse -in k.key || W", "openssl rsa -in k.key -engine x || openssl dgst -hmac x k.key || W",
        "cmp -n 5 k.key k.key || W", "ls -A k.key || W", "cp -n k.key bak || W", "set -C; W", "set -o noclobber; W",
        "openssl asn1parse -in k.key | cat; W", "cat -n k.key || W", "mkdir -Z d || W", "touch -r a b || W",
        "printf %x 3 || W", "set a b || W", "chown -h a k.key || W", "rmdir -p a || W", "cd - || W",
        "export -n X || W"}) {
    const std::string line = base::replace_all(guard, "W", "echo gone >k.key");
    const std::string said = run(line);
    EXPECT_EQ(content("/home/tws/k.key"), "precious") << line << ": " << said;
    EXPECT_THAT(said, HasSubstr("the script ends here")) << line;
  }
}

TEST_F(RunScript, ACopiedToolRunsByItsPathIfItMayBeRun) {
  ASSERT_TRUE(files_.write("/home/tws/openssl", base::to_bytes("x"), 0644));
  EXPECT_EQ(run("./openssl version"), "126||sh: line 1: ./openssl: Permission denied\n" + nothing_ran());
  ASSERT_TRUE(files_.write("/home/tws/other", base::to_bytes("x"), 0755));
  EXPECT_EQ(run("./other"), "126||sh: line 1: ./other: Ringside runs no programs of its host\n" + nothing_ran());
  EXPECT_THAT(run("chmod +x openssl; ./openssl nosuch"), HasSubstr("nosuch"));
}

TEST_F(RunScript, AWrongScriptRunsNothing) {
  EXPECT_EQ(run("echo one\nif true"),
            "2||sh: line 2: 'if': conditions, loops and functions are not emulated\nsh: line 2: `if true'\n");
}

TEST_F(RunScript, JointsDecideWhatRuns) {
  EXPECT_EQ(run("true && echo a || echo b; false && echo c || echo d; ! false && echo e"), "0|a\nd\ne\n|");
  EXPECT_EQ(run("true || echo b && echo c"), "0|c\n|");
}

TEST_F(RunScript, SetEEndsAtTheFirstFailureThatNothingAsksFor) {
  EXPECT_EQ(run("set -e\nfalse || true\nfalse && true\n! true\necho a\nfalse\necho b"), "1|a\n|");
  EXPECT_EQ(run("false\nexit\n"), "1||");
  EXPECT_EQ(run("exit 7; echo a"), "7||");
}

TEST_F(RunScript, VariablesAreSetSplitAndExported) {
  EXPECT_EQ(run("A='x  y'\necho $A \"$A\" ${A}z $B\"$B\""), "0|x y x  y x yz \n|");
  EXPECT_EQ(run("echo $A"), "0|\n|") << "what was not exported ends with its script";
  EXPECT_EQ(run("export B=1; C=2; export C; C=3 true; unset B"), "0||");
  EXPECT_EQ(run("echo $B-$C ~/x '~'"), "0|-2 /home/tws/x ~\n|");
  EXPECT_EQ(run("set -u\necho $NONE\necho a"), "1||sh: line 2: NONE: unbound variable\n");
}

TEST_F(RunScript, RedirectionsGoWhereTheyPoint) {
  EXPECT_EQ(run("echo a >f; echo b >>f; cat f nosuch >g 2>&1; cat nosuch 2>h >/dev/null"), "1||");
  EXPECT_EQ(content("/home/tws/g"), "a\nb\ncat: nosuch: No such file or directory\n");
  EXPECT_EQ(content("/home/tws/h"), "cat: nosuch: No such file or directory\n");
  EXPECT_EQ(run("cat nosuch 2>&1 >i; cat i"), "0|cat: nosuch: No such file or directory\n|");
  EXPECT_EQ(run("echo a >nosuch/f"), "1||sh: line 1: nosuch/f: No such file or directory\n");
  EXPECT_EQ(run("cat <nosuch"), "1||sh: line 1: nosuch: No such file or directory\n");
  EXPECT_EQ(run(">empty"), "0||");
  EXPECT_EQ(content("/home/tws/empty"), "");
}

TEST_F(RunScript, HereDocumentsAndPipesAreInput) {
  EXPECT_EQ(run("N=1\ncat <<EOF\na $N\nEOF\necho x | cat | cat - "), "0|a 1\nx\n|");
  EXPECT_EQ(run("cat", "typed"), "0|typed|");
  EXPECT_EQ(run("echo / | cd /; pwd"), "0|/home/tws\n|") << "a command of a pipe changes nothing outside";
}

TEST_F(RunScript, PatternsMatchFiles) {
  EXPECT_EQ(run("touch b.pem a.pem c.key; echo *.pem '*.pem' \"$X\"*.key /home/*/?.pem *.none"),
            "0|a.pem b.pem *.pem c.key /home/tws/a.pem /home/tws/b.pem *.none\n|");
}

TEST_F(RunScript, TheDirectoryMovesWithinTheRoot) {
  EXPECT_EQ(run("mkdir d; cd d; pwd; cd ../../../../..; pwd; cd nosuch"),
            "1|/home/tws/d\n/\n|sh: line 1: cd: nosuch: No such file or directory\n");
  EXPECT_EQ(directory_, "/");
}

TEST_F(RunScript, GrowthHasABound) {
  std::string script = "A=" + std::string(1000, 'x') + "\n";
  for (int i = 0; i < 40; ++i) script += "A=$A$A\n";
  EXPECT_EQ(run(script).substr(0, 2), "1|");
}

}  // namespace
}  // namespace ringside::shell
