// tests/app/commands/sh_command_test.cpp - ringside sh and ringside openssl: on real files below a root, and on a lab's
// host.
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

class ShCommand : public testing::Test {
 protected:
  ShCommand() { std::filesystem::create_directory(root_); }

  test_support::Run run(const std::string& script, std::vector<std::string> before = {}) {
    test_support::write_file(folder_.file("script.sh"), script);
    before.insert(before.end(), {"sh", "--root", root_, folder_.file("script.sh")});
    return run_ringside(before);
  }

  test_support::TemporaryDirectory folder_;
  std::string root_ = folder_.file("root");
};

TEST_F(ShCommand, AProcedureWorksBelowItsRootAndNowhereElse) {
  test_support::write_file(folder_.file("outside"), "secret");
  const auto result = run("openssl rand -hex -out r 4\ncat r >/copy\ncat ../outside /etc/passwd\n");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.error, HasSubstr("cat: ../outside: No such file or directory"));
  EXPECT_THAT(result.error, HasSubstr("cat: /etc/passwd: No such file or directory"));
  EXPECT_EQ(test_support::read_file(root_ + "/copy"), test_support::read_file(root_ + "/r"));
}

TEST_F(ShCommand, ItsStatusIsTheScripts) {
  EXPECT_EQ(run("nosuch").status, 127);
  EXPECT_EQ(run("if true").status, 2);
  EXPECT_EQ(run("exit 7").status, 7);
}

TEST_F(ShCommand, UnderJsonTheOutputIsAValue) {
  const auto result = run("echo a; echo b >&2; false", {"--json"});
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json.at(0).at("rc"), 1);
  EXPECT_EQ(json.at(0).at("output"), nlohmann::json::parse(R"(["a"])"));
  EXPECT_EQ(json.at(0).at("errors"), nlohmann::json::parse(R"(["b"])"));
}

TEST_F(ShCommand, OnALabsHostTheFilesStayInTheLab) {
  const std::string lab = folder_.file("hosts.lab");
  EXPECT_EQ(run_ringside({"--lab", lab, "lab", "new", "--system", "NC060201:distributed"}).status, 0);
  test_support::write_file(folder_.file("script.sh"), "mkdir /opt; openssl genrsa -out /opt/a.key 1024; ls -l /opt\n");
  const auto made = run_ringside({"--lab", lab, "sh", folder_.file("script.sh")});
  EXPECT_EQ(made.status, 0) << made.error;
  EXPECT_THAT(made.out, HasSubstr("-rw------- 1 root root"));
  EXPECT_EQ(run_ringside({"--lab", lab, "openssl", "rsa", "-in", "/opt/a.key", "-check", "-noout"}).out,
            "RSA key ok\n");
  EXPECT_EQ(run_ringside({"--lab", lab, "--user", "tws", "openssl", "rsa", "-in", "/opt/a.key"}).status, 1)
      << "the key is root's alone";
}

TEST_F(ShCommand, WrongUsageIsTold) {
  EXPECT_EQ(run_ringside({"sh", "--root", root_ + "/none", "-"}).status, 64);
  EXPECT_EQ(run_ringside({"--system", "SYS1", "sh", "--root", root_, "-"}).status, 64);
  EXPECT_EQ(run_ringside({"openssl", "--personality", "4", "version"}).status, 64);
}

TEST_F(ShCommand, OpensslTakesItsArgumentsAsTheyAre) {
  EXPECT_EQ(run_ringside({"openssl", "--personality", "1.1", "base64", "-in", "-"}, "maestro00").out, "bWFlc3RybzAw\n");
  EXPECT_EQ(run_ringside({"openssl", "base64"}, "maestro00").out, "bWFlc3RybzAw\n");
  EXPECT_THAT(run_ringside({"openssl", "rand", "-foo"}).error, HasSubstr("rand: Unknown option: -foo"));
}

}  // namespace
}  // namespace ringside::app
