// tests/app/commands/test_command_links_test.cpp - a scenario from anywhere reads and writes nothing outside its
// folder.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_ringside;
using test_support::write_file;
using testing::HasSubstr;
using testing::Not;

/// A folder "repository" with what a test puts there, beside a file and a folder that are not its own.
class HostileRepository : public testing::Test {
 protected:
  HostileRepository() {
    std::filesystem::create_directories(outside_);
    std::filesystem::create_directories(inside_ + "/sub");
    write_file(outside_ + "/secret", "CANARY\n");
    write_file(outside_ + "/P.jcl", "//P PROC\n//A EXEC PGM=CANARY\n");
  }
  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_symlink(target, inside_ + "/" + name);
  }
  /// Plays a scenario with one step or key.
  test_support::Run play(const std::string& text, std::vector<std::string> words = {"test"}) {
    write_file(inside_ + "/s.yaml", "name: n\nhosts: [{name: H}]\n" + text);
    words.push_back(inside_ + "/s.yaml");
    return run_ringside(words);
  }
  void expect_refused(const test_support::Run& run, int line) {
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.out, HasSubstr("a symbolic link leads out of the folder " + inside_)) << run.error;
    EXPECT_THAT(run.out, HasSubstr("s.yaml:" + std::to_string(line) + ":"));
    EXPECT_THAT(run.out + run.error, Not(HasSubstr("CANARY")));
  }

  test_support::TemporaryDirectory folder_;
  std::string inside_ = folder_.file("repository");
  std::string outside_ = folder_.file("home");
};

TEST_F(HostileRepository, ALinkOutIsNotRead) {
  link("../home/secret", "relative");
  link(outside_ + "/secret", "absolute");
  link("../home", "folder");
  link("sub/../../home/secret", "winding");
  link("relative", "twice");
  for (const char* name : {"relative", "absolute", "folder/secret", "winding", "twice"}) {
    expect_refused(play(std::string("steps:\n  - {script: ") + name + "}\n"), 4);
    expect_refused(play(std::string("steps:\n  - {sh: [{run: pwd, output: {golden: ") + name + "}}]}\n"), 4);
    expect_refused(play(std::string("systems: [{name: S}]\nsteps:\n  - {submit: ") + name + ", system: S}\n"), 5);
  }
}

TEST_F(HostileRepository, UpdateWritesThroughNoLink) {
  link("../home/secret", "golden");
  link("../home", "folder");
  link("../home/fresh", "dangling");
  for (const char* name : {"golden", "folder/secret", "folder/made", "folder/more/made", "dangling"})
    expect_refused(
        play(std::string("steps:\n  - {sh: [{run: pwd, output: {golden: ") + name + "}}]}\n", {"test", "--update"}), 4);
  EXPECT_EQ(read_file(outside_ + "/secret"), "CANARY\n");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(outside_), std::filesystem::directory_iterator()), 2);
}

TEST_F(HostileRepository, ALinkInsideServes) {
  write_file(inside_ + "/sub/golden", "old\n");
  link("sub/golden", "golden");
  const auto run =
      play("steps:\n  - {sh: [{run: pwd, output: {golden: golden}}, {run: pwd, output: {golden: new/made}}]}\n",
           {"test", "--update"});
  EXPECT_EQ(run.status, 0) << run.out << run.error;
  EXPECT_EQ(read_file(inside_ + "/sub/golden"), "/\n");
  EXPECT_EQ(read_file(inside_ + "/new/made"), "/\n");
  EXPECT_TRUE(std::filesystem::is_symlink(inside_ + "/golden"));
}

TEST_F(HostileRepository, AScenarioThatIsALinkOutIsRefused) {
  link("../home/secret", "x.yaml");
  const auto run = run_ringside({"test", inside_});
  EXPECT_EQ(run.status, 64);
  EXPECT_THAT(run.error, HasSubstr("x.yaml: a symbolic link leads out of the folder " + inside_));
  EXPECT_THAT(run.out + run.error, Not(HasSubstr("CANARY")));
}

TEST_F(HostileRepository, LibrariesStayInTheirFolder) {
  link("../../home/P.jcl", "sub/P.jcl");
  link("../home", "away");
  expect_refused(play("libraries: {MY.LIB: sub}\nsteps: [{sh: pwd}]\n"), 3);
  expect_refused(play("libraries: {MY.LIB: away}\nsteps: [{sh: pwd}]\n"), 3);
  write_file(inside_ + "/job", "//A JOB 1\n// JCLLIB ORDER=MY.LIB\n//S EXEC P\n");
  const auto run = run_ringside({"run", "--library", "MY.LIB=" + inside_ + "/sub", inside_ + "/job"});
  EXPECT_EQ(run.status, 64);
  EXPECT_THAT(run.error, HasSubstr("sub/P.jcl: a symbolic link leads out of the folder"));
  EXPECT_THAT(run.out + run.error, Not(HasSubstr("CANARY")));
}

TEST_F(HostileRepository, PathsThatLeadOutAreRefused) {
  for (const std::string& name :
       {std::string("../home/secret"), outside_ + "/secret", std::string("sub/../../home/secret")})
    for (const char* step : {"{script: NAME}", "{sh: [{run: pwd, output: {golden: NAME}}]}"}) {
      std::string text = step;
      text.replace(text.find("NAME"), 4, name);
      const auto run = play("steps:\n  - " + text + "\n", {"test", "--update"});
      EXPECT_EQ(run.status, 1);
      EXPECT_THAT(run.out, HasSubstr("stands beside the scenario or below it"));
      EXPECT_THAT(run.out + run.error, Not(HasSubstr("CANARY")));
    }
  EXPECT_EQ(read_file(outside_ + "/secret"), "CANARY\n");
}

}  // namespace
}  // namespace ringside::app
