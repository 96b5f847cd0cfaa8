// tests/app/connections/env_command_test.cpp - ringside env from the command line.
#include <filesystem>

#include <gmock/gmock.h>

#include "app/connections/installed_files.hpp"
#include "app/program.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::app {
namespace {

using test_support::EnvironmentOf;
using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class EnvCommand : public testing::Test {
 protected:
  EnvCommand() { lab_.must("ADDUSER WEB DFLTGRP(SYS1)"); }

  test_support::LabOnDisk lab_;
};

TEST_F(EnvCommand, PrintsLinesForAShell) {
  const auto printed = run_ringside({"--lab", lab_.path(), "--user", "web", "env"});
  EXPECT_EQ(printed.status, 0);
  EXPECT_THAT(printed.out, StartsWith("export RINGSIDE_LAB='" + lab_.path() +
                                      "'\nexport RINGSIDE_SYSTEM='SYS1'\nexport RINGSIDE_USER='WEB'\n"
                                      "export RINGSIDE_LENIENT='0'\n"));
}

TEST_F(EnvCommand, NamesTheLabByItsAbsolutePath) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(std::filesystem::path(lab_.path()).parent_path());
  const auto printed = run_ringside({"--lab", "x.lab", "--lenient", "env"});
  std::filesystem::current_path(before);
  EXPECT_THAT(printed.out, AllOf(HasSubstr("export RINGSIDE_LAB='" + lab_.path() + "'\n"),
                                 HasSubstr("export RINGSIDE_LENIENT='1'\n")));
}

TEST_F(EnvCommand, PrintsNothingToEvaluateIfALabOrUserIsWrong) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"env"},
                                                {"--lab", lab_.path(), "--user", "NOBODY", "env"},
                                                {"--lab", lab_.file("none"), "env"}}) {
    const auto refused = run_ringside(words);
    EXPECT_EQ(refused.status, exit_usage);
    EXPECT_EQ(refused.out, "");
  }
  EXPECT_THAT(run_ringside({"env"}).error, HasSubstr("env: --lab must name the lab"));
}

TEST_F(EnvCommand, ChecksTheLabThatIsNamedOrElseTheOneOfTheShell) {
  lab_.must("RACDCERT ID(WEB) ADDRING(Ring)");
  const auto named = run_ringside({"--lab", lab_.path(), "env", "--check"});
  EXPECT_THAT(named.out, AllOf(HasSubstr("lab            " + lab_.path() + "\n"), HasSubstr("user           IBMUSER\n"),
                               HasSubstr("OpenSSL STORE")));
  const EnvironmentOf environment(
      {{"RINGSIDE_LAB", lab_.path()}, {"RINGSIDE_SYSTEM", "SYS1"}, {"RINGSIDE_USER", "WEB"}});
  EXPECT_THAT(run_ringside({"env", "--check"}).out, HasSubstr("user           WEB\n"));
}

TEST_F(EnvCommand, FailsTheCheckIfSomethingIsMissing) {
  const EnvironmentOf environment({{"RINGSIDE_LAB", lab_.file("none")}});
  const auto checked = run_ringside({"env", "--check"});
  EXPECT_EQ(checked.status, exit_failed);
  EXPECT_THAT(checked.out, HasSubstr("lab            missing: " + lab_.file("none") + ": this lab does not exist\n"));
}

TEST_F(EnvCommand, PrintsTheLineThatLoadsTheAgentIntoJava) {
  const EnvironmentOf environment({{"JDK_JAVA_OPTIONS", "-Dx='a b'"}});
  const auto printed = run_ringside({"--lab", lab_.path(), "--user", "web", "env", "--java"});
  if (!path_of(java_agent, program_folder())) {
    EXPECT_EQ(printed.status, exit_usage);
    EXPECT_THAT(printed.error, HasSubstr("env --java: ringside-safkeyring.jar is not beside the program"));
    return;
  }
  EXPECT_EQ(printed.status, 0) << printed.error;
  EXPECT_THAT(printed.out, StartsWith("export JDK_JAVA_OPTIONS='-Dx='\\''a b'\\'' -javaagent:/"));
  EXPECT_THAT(printed.out, AllOf(HasSubstr("/ringside-safkeyring.jar=lab=" + lab_.path() + ",system=SYS1,user=WEB"),
                                 HasSubstr(",program=" + running_program().string() + "'\n")));
}

TEST_F(EnvCommand, RefusesCheckAndJavaTogether) {
  EXPECT_EQ(run_ringside({"--lab", lab_.path(), "env", "--check", "--java"}).status, exit_usage);
}

}  // namespace
}  // namespace ringside::app
