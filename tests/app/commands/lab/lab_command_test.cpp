// tests/app/commands/lab/lab_command_test.cpp - labs made and looked at from the command line.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LabCommand : public testing::Test {
 protected:
  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("a.lab");
};

TEST_F(LabCommand, MakesTheSystemsAskedForAndNoOther) {
  EXPECT_EQ(run_ringside({"--date", "2026-01-01", "lab", "new", lab_, "--system", "A:zos:PX:R1", "--system",
                          "b:zos:px:r1", "--system", "W:distributed"})
                .status,
            0);
  const auto shown = run_ringside({"lab", "show", lab_});
  EXPECT_THAT(shown.out,
              AllOf(HasSubstr("A        zos         PX       R1"), HasSubstr("B        zos         PX       R1"),
                    HasSubstr("W        distributed LOCAL    W"), Not(HasSubstr("SYS1"))));
  EXPECT_EQ(run_ringside({"--lab", lab_, "lab", "list"}).out, shown.out);
}

TEST_F(LabCommand, ShowsAsJson) {
  run_ringside({"lab", "new", lab_});
  EXPECT_THAT(run_ringside({"--json", "lab", "show", lab_}).out, HasSubstr("\"system\": \"SYS1\""));
}

TEST_F(LabCommand, MakesPreparedSystemsAndBareOnes) {
  const std::vector<std::string> rlist{"tso", "RLIST FACILITY BPX.NEXT.USER"};
  run_ringside({"lab", "new", lab_});
  EXPECT_EQ(run_ringside({"--lab", lab_, rlist[0], rlist[1]}).status, 0);
  const std::string bare = directory_.file("bare.lab");
  EXPECT_EQ(run_ringside({"lab", "new", bare, "--bare"}).status, 0);
  EXPECT_EQ(run_ringside({"--lab", bare, rlist[0], rlist[1]}).status, 4);
}

TEST_F(LabCommand, RunsCommandsOfOnesOwnOnEachDatabaseOrMakesNoLab) {
  const std::string site = directory_.file("site.txt");
  std::ofstream(site) << "ADDGROUP SITE +\n  DATA('ours')\n/* a comment */\nADDUSER SRV DFLTGRP(SITE)\n";
  EXPECT_EQ(run_ringside({"lab", "new", lab_, "--like", site, "--add", "A:zos:P:R", "--add", "B:zos:P:R", "--add", "C",
                          "--add", "W:distributed"})
                .status,
            0);
  for (const char* system : {"A", "B", "C"})
    EXPECT_EQ(run_ringside({"--lab", lab_, "--system", system, "tso", "LISTUSER SRV"}).status, 0) << system;
  std::ofstream(site, std::ios::app) << "ADDUSER SRV2 DFLTGRP(NOSUCH)\n";
  const std::string other = directory_.file("other.lab");
  const auto refused = run_ringside({"lab", "new", other, "--like", site});
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.error, AllOf(HasSubstr("SYS1 refuses ADDUSER SRV2"), HasSubstr("no lab is made")));
  for (const char* part : {"", "-wal", "-shm"}) EXPECT_FALSE(std::filesystem::exists(other + part)) << part;
}

TEST_F(LabCommand, ALabMadeEarlierIsOpenedAsItIs) {
  run_ringside({"lab", "new", lab_, "--bare"});
  EXPECT_THAT(run_ringside({"--lab", lab_, "tso", "SETROPTS LIST"}).out,
              HasSubstr("ACTIVE CLASSES = DATASET USER GROUP\n"));
}

TEST_F(LabCommand, LeavesNoFileBehindWhenItIsRefused) {
  const std::vector<std::vector<std::string>> wrong = {{"lab", "new", lab_, "--system", "A", "--system", "a"},
                                                       {"lab", "new", lab_, "--system", "A:mvs"},
                                                       {"lab", "new", lab_, "--system", "TOOLONGNAME"},
                                                       {"lab", "new", lab_, "--system", "A-B"},
                                                       {"lab", "new", lab_, "--system", "A:zos:P:R:X"},
                                                       {"--lab", "other", "lab", "new", lab_},
                                                       {"lab", "new"},
                                                       {"lab", "show", lab_},
                                                       {"--lab", lab_, "get", "A.B"}};
  for (const auto& arguments : wrong) {
    const auto result = run_ringside(arguments);
    EXPECT_EQ(result.status, 64) << testing::PrintToString(arguments);
    EXPECT_FALSE(std::filesystem::exists(lab_)) << testing::PrintToString(arguments);
  }
}

TEST_F(LabCommand, NeverOverwritesALab) {
  run_ringside({"lab", "new", lab_, "--system", "A"});
  EXPECT_EQ(run_ringside({"lab", "new", lab_, "--system", "B"}).status, 64);
  EXPECT_THAT(run_ringside({"lab", "show", lab_}).out, HasSubstr("A        zos"));
}

TEST_F(LabCommand, GivesJobsAndTsoToZosSystemsOnly) {
  run_ringside({"lab", "new", lab_, "--system", "W:distributed"});
  const auto result = run_ringside({"--lab", lab_, "tso", "PROFILE"});
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("W is a system of kind distributed"));
}

TEST_F(LabCommand, ALabWithClassesInStorageIsWhole) {
  for (const char* command : {"RACDCERT ADDRING(R)", "RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC",
                              "RACDCERT CONNECT(LABEL('a') RING(R))", "SETROPTS RACLIST(DIGTCERT DIGTRING DIGTNMAP)"})
    ASSERT_EQ(run_ringside({"--lab", lab_, "tso", command}).status, 0) << command;
  EXPECT_EQ(run_ringside({"lab", "check", lab_}).out, "no damage found\n");
  EXPECT_EQ(run_ringside({"--lab", lab_, "tso", "RACDCERT LISTRING(R)"}).status, 0);
}

TEST_F(LabCommand, ChecksEveryPageOfALab) {
  run_ringside({"lab", "new", lab_});
  EXPECT_EQ(run_ringside({"lab", "check", lab_}).out, "no damage found\n");
  EXPECT_EQ(run_ringside({"lab", "check", lab_}).status, 0);
  EXPECT_THAT(run_ringside({"--json", "lab", "check", lab_}).out, HasSubstr("\"damages\": []"));
  EXPECT_EQ(run_ringside({"lab", "check", directory_.file("no.lab")}).status, 64);
}

TEST_F(LabCommand, GivesHostNamesToSystems) {
  const auto made = run_ringside(
      {"lab", "new", lab_, "--add", "A", "--add", "WEB:distributed", "--host", "web=www.example.com, 10.0.0.1"});
  EXPECT_EQ(made.status, 0) << made.error;
  EXPECT_THAT(run_ringside({"lab", "show", lab_}).out, HasSubstr(" www.example.com, 10.0.0.1\n"));
  EXPECT_THAT(run_ringside({"--json", "lab", "show", lab_}).out, HasSubstr("\"www.example.com\""));
}

TEST_F(LabCommand, SetChangesALabThatExists) {
  run_ringside({"--date", "2013-05-17", "lab", "new", lab_, "--add", "A"});
  const auto set = run_ringside(
      {"--date", "+30d", "lab", "set", lab_, "--host", "A=a.example.com", "--host", "B=b.example.com", "--add", "B"});
  EXPECT_EQ(set.status, 0) << set.error;
  EXPECT_EQ(set.error, "ringside: " + lab_ + ": system B added\nringside: " + lab_ +
                           ": A has the host a.example.com\nringside: " + lab_ +
                           ": B has the host b.example.com\nringside: " + lab_ + ": clock +30d\n");
  const std::string shown = run_ringside({"lab", "show", lab_}).out;
  EXPECT_THAT(shown, AllOf(testing::StartsWith("clock 2013/06/16 12:00:00"), HasSubstr(" a.example.com\n"),
                           HasSubstr(" b.example.com\n")));
  EXPECT_EQ(run_ringside({"--lab", lab_, "lab", "set", "--host", "A="}).status, 0);
  EXPECT_THAT(run_ringside({"lab", "show", lab_}).out, Not(HasSubstr("a.example.com")));
  EXPECT_EQ(run_ringside({"--lab", lab_, "--system", "B", "tso", "PROFILE"}).status, 0);
}

TEST_F(LabCommand, SetChangesAllOrNothing) {
  run_ringside({"--date", "2013-05-17", "lab", "new", lab_, "--add", "A"});
  const std::string before = test_support::read_file(lab_);
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{}, "nothing to set"},
      {{"--add", "B", "--host", "C=c.example.com"}, "the lab has no system C"},
      {{"--add", "B", "--add", "A"}, "system A: the lab has it already"},
      {{"--host", "A=a b"}, "'a b' is not a host name or IP address"},
      {{"--host", "A=a,,b"}, "'' is not a host name or IP address"},
      {{"--host", "A"}, "must be NAME=HOST"},
      {{"--host", "A=a", "--host", "A=b"}, "the system is given twice"},
  };
  for (const auto& [words, cause] : table) {
    std::vector<std::string> typed = {"lab", "set", lab_};
    if (!words.empty()) typed.insert(typed.begin(), {"--date", "+1d"});
    typed.insert(typed.end(), words.begin(), words.end());
    const auto result = run_ringside(typed);
    EXPECT_EQ(result.status, 64) << cause;
    EXPECT_THAT(result.error, HasSubstr(cause));
    EXPECT_THAT(run_ringside({"lab", "show", lab_}).out, testing::StartsWith("clock 2013/05/17 12:00:00")) << cause;
  }
  EXPECT_EQ(test_support::read_file(lab_), before);
}

TEST_F(LabCommand, WorksAtThePromptOnTheLabThatIsOpenOnly) {
  run_ringside({"lab", "new", lab_, "--add", "A"});
  const std::string other = directory_.file("other.lab");
  run_ringside({"lab", "new", other, "--add", "OTHER"});
  const auto typed = run_ringside(
      {"--lab", lab_, "shell"}, ":lab show\n:lab show " + other + "\n:lab new " + directory_.file("third.lab") + "\n");
  EXPECT_THAT(typed.out, AllOf(HasSubstr("A        zos"), Not(HasSubstr("OTHER"))));
  EXPECT_THAT(typed.error, AllOf(HasSubstr(other + ": the prompt has another lab open"),
                                 HasSubstr("third.lab: the prompt has another lab open")));
  EXPECT_FALSE(std::filesystem::exists(directory_.file("third.lab")));
}

}  // namespace
}  // namespace ringside::app
