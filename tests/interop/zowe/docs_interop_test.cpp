// tests/interop/zowe/docs_interop_test.cpp - the five commands of docs/zowe.md, as they are printed. The first two
// build the program and install Zowe CLI; a build of the tests has done both.
#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::source_folder;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class ZoweDocs : public test_support::ZoweCli {
 protected:
  void SetUp() override { find_zowe(); }

  /// The lines of the block that begins with this text.
  [[nodiscard]] static std::vector<std::string> block_of(const std::string& page, const std::string& begin) {
    const std::string text = test_support::read_file(source_folder() / page);
    const std::size_t first = text.find("```text\n" + begin);
    if (first == std::string::npos) return {};
    const std::size_t start = text.find('\n', first) + 1;
    return base::lines(text.substr(start, text.find("```", start) - start));
  }
};

TEST_F(ZoweDocs, LeadFromACloneToASubmittedJobInFiveCommands) {
  const auto commands = block_of("docs/zowe.md", "tools/build release");
  ASSERT_EQ(commands.size(), 5u);
  EXPECT_EQ(commands[0], "tools/build release");
  EXPECT_EQ(commands[1], "npm install -g @zowe/cli");
  ASSERT_THAT(commands[2], StartsWith("build/release/app/ringside "));
  ASSERT_THAT(commands[4], StartsWith("NODE_EXTRA_CA_CERTS=ca.pem zowe "));

  std::filesystem::create_directories(file("bin"));
  std::filesystem::create_directories(file("build/release/app"));
  std::filesystem::create_symlink(RINGSIDE_BINARY, file("build/release/app/ringside"));
  std::filesystem::create_symlink(source_folder() / "scenarios", file("scenarios"));
  test_support::write_file(file("bin/zowe"), "#!/bin/sh\nexec " + program_ + " \"$@\"\n");
  std::filesystem::permissions(file("bin/zowe"), std::filesystem::perms::owner_all);
  test_support::write_file(file("five.sh"),
                           "export PATH=$PWD/bin:$PATH FORCE_COLOR=0 ZOWE_CLI_HOME=$PWD/home\nset -e\n" + commands[2] +
                               "\n" + commands[3] + "\nserver=$!\ntrap 'kill $server; wait $server' EXIT\n" +
                               "until [ -s ca.pem ]; do kill -0 $server; sleep 0.05; done\n" + commands[4] +
                               "\nNODE_EXTRA_CA_CERTS=ca.pem zowe zosmf check status --password SYS1\n");
  const auto result = test_support::run_program("cd " + folder_.path().string() + " && bash five.sh");
  EXPECT_EQ(result.status, 0) << result.output;
  EXPECT_THAT(result.output, AllOf(HasSubstr("IZULOCAL JOB00001 ended: CC 0000"), HasSubstr("retcode: CC 0000"),
                                   HasSubstr("jobname: IZURENEW"), HasSubstr("CN=localhost.OU=Renewed"),
                                   HasSubstr("successfully connected to z/OSMF on 'SYS1'")));
}

}  // namespace
}  // namespace ringside
