// tests/app/commands/lab/commands_command_test.cpp - lab commands from the command line: what is printed, and that
// 'ringside tso' makes one lab the other by it.
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using Answer = test_support::Run;
using test_support::run_ringside;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using Words = std::vector<std::string>;

class CommandsCommand : public testing::Test {
 protected:
  CommandsCommand() {
    make(from_, {"ADDUSER WEB"});
    make(to_, {"ADDUSER WEB NAME('A SERVER')", "RACDCERT ID(WEB) ADDRING(R)",
               "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('CA') NISTECC",
               "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('Server''s') NISTECC SIGNWITH(CERTAUTH "
               "LABEL('CA'))",
               "RACDCERT ID(WEB) CONNECT(LABEL('Server''s') RING(R) DEFAULT)",
               "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CA') RING(R))"});
  }

  static void make(const std::string& lab, const Words& commands) {
    ASSERT_EQ(run_ringside({"--lab", lab, "--date", "2026-01-01", "--seed", lab, "lab", "new"}).status, 0);
    for (const std::string& command : commands)
      ASSERT_EQ(run_ringside({"--lab", lab, "tso", command}).status, 0) << command;
  }

  Answer plan(const Words& more = {}) const {
    Words words = {"lab", "commands", from_, to_};
    words.insert(words.end(), more.begin(), more.end());
    return run_ringside(words);
  }

  static std::string mode_of(const std::string& file) {
    struct stat status {};
    EXPECT_EQ(::stat(file.c_str(), &status), 0) << file;
    return fmt::format("{:o}", status.st_mode & 0777U);
  }

  test_support::TemporaryDirectory folder_;
  std::string from_ = folder_.file("from.lab"), to_ = folder_.file("to.lab");
  std::string files_ = folder_.file("files");
};

TEST_F(CommandsCommand, PrintsCommandsThatTsoTakesAndWritesTheirFiles) {
  const Answer printed = plan({"--files", files_, "--password", "sesame"});
  EXPECT_EQ(printed.status, 0) << printed.out;
  EXPECT_THAT(printed.out, StartsWith(" /* SYS1 of "));
  EXPECT_EQ(printed.out.substr(printed.out.find("ALTUSER")),
            "ALTUSER WEB NAME('A SERVER')\n"
            "RACDCERT CERTAUTH ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('CA') TRUST +\n"
            "  PASSWORD('sesame')\n"
            "RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT2') WITHLABEL('Server''s') +\n"
            "  TRUST PASSWORD('sesame')\n"
            "RACDCERT ID(WEB) ADDRING(R)\n"
            "RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('Server''s') RING(R) DEFAULT)\n"
            "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CA') RING(R))\n");
  EXPECT_EQ(printed.error, "6 command(s), 0 remark(s), 2 file(s) in " + files_ + "; 0 difference(s) remain\n");
  EXPECT_EQ(mode_of(files_), "700");
  EXPECT_EQ(mode_of(files_ + "/IBMUSER.RINGSIDE.CERT1"), "600");

  const Answer ran = run_ringside({"--lab", from_, "tso", "--files", files_}, printed.out);
  EXPECT_EQ(ran.status, 0) << ran.out << ran.error;
  const Answer compared = run_ringside({"lab", "diff", from_, to_});
  EXPECT_EQ(compared.out, "");
  EXPECT_EQ(compared.status, 0);
  EXPECT_THAT(plan().error, HasSubstr("0 command(s)"));
}

TEST_F(CommandsCommand, ChangesNeitherLab) {
  const std::string from = test_support::read_file(from_), to = test_support::read_file(to_);
  plan({"--files", files_, "--password", "sesame"});
  EXPECT_EQ(test_support::read_file(from_), from);
  EXPECT_EQ(test_support::read_file(to_), to);
}

TEST_F(CommandsCommand, WithoutAPasswordSaysWhichKeysAreLeftAndEndsWith1) {
  const Answer printed = plan({"--files", files_});
  EXPECT_EQ(printed.status, 1);
  EXPECT_THAT(printed.out, AllOf(HasSubstr("its private key is not carried"), HasSubstr(" /* remains: ~ certificate"),
                                 Not(HasSubstr("PASSWORD("))));
  EXPECT_THAT(printed.error, HasSubstr("2 private key(s) not carried; 2 difference(s) remain\n"));
  EXPECT_THAT(test_support::read_file(files_ + "/IBMUSER.RINGSIDE.CERT1"), StartsWith("-----BEGIN CERTIFICATE-----"));
}

TEST_F(CommandsCommand, WithoutAFolderSaysThatFilesAreMissing) {
  EXPECT_THAT(plan({"--password", "sesame"}).error, HasSubstr(", 2 file(s) that --files FOLDER writes; 0 diff"));
}

TEST_F(CommandsCommand, PrintsJson) {
  const Answer printed = run_ringside({"--json", "lab", "commands", from_, to_, "--files", files_});
  EXPECT_EQ(printed.status, 1);
  for (const char* part : {"\"system\": \"SYS1\"", "\"command\": \"ALTUSER WEB NAME('A SERVER')\"",
                           "\"remark\": ", "\"data_set\": \"IBMUSER.RINGSIDE.CERT2\"", "\"commands\": 6",
                           "\"files\": 2", "\"keys_left\": 2", "\"differences\": 2"})
    EXPECT_THAT(printed.out, HasSubstr(part));
}

TEST_F(CommandsCommand, HasNothingToSayAboutEqualLabs) {
  const Answer printed = run_ringside({"lab", "commands", from_, from_});
  EXPECT_EQ(printed.status, 0);
  EXPECT_EQ(printed.error, "0 command(s), 0 remark(s); 0 difference(s) remain\n");
}

TEST_F(CommandsCommand, LeadsFromOneSystemToAnotherOfAnyName) {
  const std::string plex = folder_.file("plex.lab");
  ASSERT_EQ(run_ringside({"--date", "2026-01-01", "lab", "new", plex, "--add", "A", "--add", "B"}).status, 0);
  ASSERT_EQ(run_ringside({"--lab", plex, "--system", "B", "tso", "ADDUSER ONLYB"}).status, 0);
  const Answer printed = run_ringside({"lab", "commands", plex, plex, "--system", "A:b"});
  EXPECT_THAT(printed.out, HasSubstr("\nADDUSER ONLYB DFLTGRP(SYS1) OWNER(IBMUSER)\n"));
  EXPECT_EQ(printed.status, 0);
  EXPECT_THAT(run_ringside({"lab", "commands", plex, plex, "--system", "B:A"}).out, HasSubstr("\nDELUSER ONLYB\n"));
  EXPECT_THAT(run_ringside({"lab", "commands", plex, plex}).error, HasSubstr("0 command(s)"));
}

TEST_F(CommandsCommand, RefusesWhatItCannotDo) {
  const std::string plex = folder_.file("plex.lab");
  ASSERT_EQ(run_ringside({"lab", "new", plex, "--add", "A", "--add", "B", "--add", "W:distributed"}).status, 0);
  std::filesystem::create_directory(files_);
  std::ofstream(files_ + "/mine") << "x";
  const std::vector<std::pair<Words, std::string>> table = {
      {{"lab", "commands", from_}, "TO is required"},
      {{"lab", "commands", from_, folder_.file("no.lab")}, "this lab does not exist"},
      {{"lab", "commands", from_, plex}, "no z/OS system of the same name; --system FROMSYS:TOSYS names two"},
      {{"lab", "commands", from_, plex, "--system", "SYS1:C"}, "has no z/OS system of that name; it has A, B"},
      {{"lab", "commands", from_, plex, "--system", "SYS1:W"}, "has no z/OS system of that name"},
      {{"lab", "commands", from_, plex, "--system", "SYS1:A:B"}, "must be FROMSYS or FROMSYS:TOSYS"},
      {{"--user", "NOBODY", "lab", "commands", from_, to_}, "--user NOBODY: is not defined on SYS1"},
      {{"--user", "WEB", "lab", "commands", from_, to_}, "--user WEB: has no SPECIAL on SYS1"},
      {{"lab", "commands", from_, to_, "--files", files_}, "the folder is not empty"},
      {{"lab", "commands", from_, to_, "--files", files_ + "/mine"}, "is no folder"},
  };
  for (const auto& [words, cause] : table) {
    const Answer refused = run_ringside(words);
    EXPECT_EQ(refused.status, 64) << cause;
    EXPECT_EQ(refused.out, "") << cause;
    EXPECT_THAT(refused.error, HasSubstr(cause));
  }
  EXPECT_EQ(run_ringside({"lab", "commands", from_, to_, "--files", folder_.file("no/folder")}).status, 74);
}

class FilesOption : public CommandsCommand {};

TEST_F(FilesOption, GivesTsoDataSetsForTheTimeOfItsCommands) {
  ASSERT_EQ(plan({"--files", files_}).status, 1);
  std::ofstream(files_ + "/no data set name") << "x";
  const std::string add = "RACDCERT CERTAUTH ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('CA')";
  EXPECT_NE(run_ringside({"--lab", from_, "tso", add}).status, 0);
  EXPECT_EQ(run_ringside({"--lab", from_, "tso", "--files", files_, add}).status, 0);
  EXPECT_THAT(run_ringside({"--lab", from_, "tso", "--files", files_, "--diff", "PROFILE"}).out,
              HasSubstr("nothing changed"));
  EXPECT_EQ(run_ringside({"--lab", from_, "get", "IBMUSER.RINGSIDE.CERT1"}).status, 64);
}

TEST_F(FilesOption, LeavesADataSetOfTheCatalogAsItIs) {
  ASSERT_EQ(plan({"--files", files_}).status, 1);
  std::ofstream(folder_.file("mine")) << "mine\n";
  ASSERT_EQ(run_ringside({"--lab", from_, "put", folder_.file("mine"), "IBMUSER.RINGSIDE.CERT1"}).status, 0);
  EXPECT_NE(run_ringside({"--lab", from_, "tso", "--files", files_, "RACDCERT CERTAUTH ADD('IBMUSER.RINGSIDE.CERT1')"})
                .status,
            0);
  EXPECT_EQ(run_ringside({"--lab", from_, "get", "IBMUSER.RINGSIDE.CERT1"}).out, "mine\n");
}

TEST_F(FilesOption, IsTakenByJobsAndProcedures) {
  ASSERT_EQ(plan({"--files", files_}).status, 1);
  const std::string job =
      "//J JOB 1\n//T EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n RACDCERT CERTAUTH +\n "
      "ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('by job')\n/*\n";
  EXPECT_EQ(run_ringside({"--lab", from_, "run", "--files", files_, "-"}, job).status, 0);
  EXPECT_EQ(run_ringside({"--lab", from_, "sh", "--files", files_, "-"},
                         "tsocmd \"RACDCERT CERTAUTH CHECKCERT('IBMUSER.RINGSIDE.CERT1')\"\n")
                .status,
            0);
  EXPECT_THAT(run_ringside({"sh", "--files", files_, "-"}, "true\n").error, HasSubstr("the script has no lab"));
  EXPECT_THAT(run_ringside({"--lab", from_, "tso", "--files", folder_.file("none"), "PROFILE"}).error,
              HasSubstr("--files " + folder_.file("none") + ": "));
}

}  // namespace
}  // namespace ringside::app
