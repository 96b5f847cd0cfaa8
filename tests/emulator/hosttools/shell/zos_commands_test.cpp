// tests/emulator/hosttools/shell/zos_commands_test.cpp - tsocmd, tso, chtag and iconv on a z/OS host.
#include <gmock/gmock.h>

#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

using testing::HasSubstr;

class ZosCommands : public ShellHost {
 protected:
  ZosCommands() { system_.kind = "zos"; }
  /// As run(), with a TSO that answers each command with its own text.
  std::string run_with_tso(const std::string& script, int code = 0) {
    host::TextStreams streams;
    host::Process process{lab_, system_, "root", files_, streams, directory_, variables_};
    const TsoRunner tso = [code](const std::string& command) {
      host::CommandResult result;
      result.lines.push_back({"", "did " + command});
      result.return_code = code;
      return result;
    };
    const int status = run_script(script, process, openssl::Personality::v3_0, tso);
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
};

TEST_F(ZosCommands, TsocmdTellsTheCommandAndEndsWithTheReturnCode) {
  EXPECT_EQ(run_with_tso("tsocmd 'LU A'"), "0|did LU A\n|LU A\n");
  EXPECT_EQ(run_with_tso("tsocmd LU A; tso -t LU B", 4), "4|did LU A\ndid LU B\n|LU A\n");
  EXPECT_EQ(run_with_tso("set -e\ntsocmd 'LU A'\necho never", 8), "8|did LU A\n|LU A\n");
  EXPECT_EQ(run_with_tso("tso 'LU A' | cat >f && cat f"), "0|did LU A\n|");
}

TEST_F(ZosCommands, WithoutTsoTheyAreNotEmulated) {
  EXPECT_THAT(run("tsocmd LU; echo on"), HasSubstr("tsocmd: TSO is not reached from here"));
  system_.kind = "distributed";
  EXPECT_THAT(run("tsocmd LU"), HasSubstr("tsocmd: command not found"));
}

TEST_F(ZosCommands, TagsAndCodePagesLeaveTextAsItIs) {
  EXPECT_EQ(run("echo text >f; chtag -r f; chtag -tc ISO8859-1 f; chtag -b f && cat f"), "0|text\n|");
  EXPECT_EQ(run("chtag -r none"), "1||chtag: none: No such file or directory\n");
  EXPECT_EQ(run("iconv -f ISO8859-1 -t IBM1047 f"), "0|text\n|");
  EXPECT_EQ(run("iconv -f IBM-1047 -t UTF-8 <f >g; cat g"), "0|text\n|");
  EXPECT_THAT(run("iconv -f KLINGON -t IBM1047 f"), HasSubstr("KLINGON: this code page is not emulated"));
}

}  // namespace
}  // namespace ringside::shell
