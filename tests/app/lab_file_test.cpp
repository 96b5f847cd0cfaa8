// tests/app/lab_file_test.cpp - which subcommands make a lab that does not exist, and how the others refuse it.
#include "app/lab_file.hpp"

#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "app/commands/subcommands.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Words = std::vector<std::string>;

/// Operands with which each subcommand reaches the lab.
const std::map<std::string, Words>& operands() {
  static const std::map<std::string, Words> table = {
      {"run", {"-"}},
      {"tso", {"PROFILE"}},
      {"test", {"."}},
      {"schema", {}},
      {"trust", {}},
      {"doctor", {}},
      {"lab new", {}},
      {"lab set", {"--host", "SYS1=a.example.com"}},
      {"lab show", {}},
      {"lab check", {}},
      {"lab report", {"--expiry"}},
      {"lab diff", {"-", "-"}},
      {"lab unload", {"SYS1", "-"}},
      {"lab commands", {"-", "-"}},
      {"put", {"-", "A.B"}},
      {"get", {"A.B"}},
      {"transfer", {"A.B", "--from", "SYSA", "--to", "SYSB"}},
      {"export", {"IBMUSER/RING", "out.p12", "--password", "secret"}},
      {"whois", {"-"}},
      {"sh", {"-"}},
      {"openssl", {"version"}},
      {"keytool", {"-list"}},
      {"issue", {"--count", "1", "--algorithm", "p256", "--signer", "no such CA"}},
      {"shell", {}},
      {"explain", {"IRRD109I"}},
      {"with", {"true"}},
      {"env", {}},
      {"serve", {"--seconds", "1"}},
      {"ring-image", {"safkeyring://IBMUSER/RING"}},
  };
  return table;
}

const std::set<std::string> makers = {"run", "tso", "lab new", "issue", "shell"};

void collect(const Command& command, const std::string& before, std::vector<std::string>& names) {
  const std::string name = before + command.name;
  if (command.subcommands.empty()) names.push_back(name);
  for (const Command& each : command.subcommands) collect(each, name + " ", names);
}

std::vector<std::string> all_subcommands() {
  std::istringstream in;
  std::ostringstream out;
  Program program({in, out, out});
  std::vector<std::string> names;
  for (const Command& command : subcommands(program)) collect(command, "", names);
  return names;
}

class LabFile : public testing::Test {
 protected:
  LabFile() { run_ringside({"lab", "new", folder_.file("plex.lab")}); }

  static test_support::Run play(const std::string& subcommand, const std::string& lab, const Words& more = {}) {
    Words words = {"--lab", lab};
    words.insert(words.end(), more.begin(), more.end());
    const std::size_t space = subcommand.find(' ');
    words.push_back(subcommand.substr(0, space));
    if (space != std::string::npos) words.push_back(subcommand.substr(space + 1));
    const Words& typed = operands().at(subcommand);
    words.insert(words.end(), typed.begin(), typed.end());
    return run_ringside(words, "//J JOB\n//S EXEC PGM=IEFBR14\n");
  }
  [[nodiscard]] std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& each : std::filesystem::directory_iterator(folder_.path()))
      names.insert(each.path().filename().string());
    return names;
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(LabFile, IsMadeByFiveSubcommandsWhichSaySoAndRefusedByTheOthers) {
  for (const std::string& name : all_subcommands()) {
    if (name == "lab load") continue;  // needs an unload: tests/app/commands/lab/load_command_test.cpp
    SCOPED_TRACE(name);
    ASSERT_TRUE(operands().contains(name)) << "this test has no operands for it";
    const std::string lab = folder_.file("plx.lab");
    const auto result = play(name, lab);
    if (makers.contains(name)) {
      const std::string made = name == "lab new" ? lab + " made, with 1 system(s)\n"
                                                 : "ringside: new lab " + lab + " made, with the system SYS1\n";
      EXPECT_THAT(result.error, HasSubstr(made));
      EXPECT_THAT(files(), ElementsAre("plex.lab", "plx.lab"));
      EXPECT_THAT(play(name, lab).error, Not(HasSubstr("new lab")));
      std::filesystem::remove(lab);
    } else {
      EXPECT_EQ(result.status, 64);
      EXPECT_EQ(result.out, "");
      EXPECT_THAT(result.error,
                  HasSubstr("plx.lab: this lab does not exist; did you mean " + folder_.file("plex.lab") + "?\n"));
      EXPECT_THAT(files(), ElementsAre("plex.lab"));
    }
  }
}

TEST_F(LabFile, NamesTheLabsOfItsFolderOrHowToMakeIt) {
  EXPECT_THAT(play("trust", folder_.file("somethingelse")).error, HasSubstr("its folder has: plex.lab\n"));
  std::filesystem::remove(folder_.file("plex.lab"));
  test_support::write_file(folder_.file("plx.lob"), "no lab, only a name that is near");
  EXPECT_THAT(play("trust", folder_.file("plx.lab")).error,
              HasSubstr("; 'ringside lab new " + folder_.file("plx.lab")));
  EXPECT_THAT(play("trust", folder_.file("no/folder/x.lab")).error, HasSubstr("this lab does not exist"));
}

TEST_F(LabFile, NamedByAnOperandIsRefusedInTheSameWords) {
  for (const Words& words :
       {Words{"lab", "show"}, Words{"lab", "check"}, Words{"lab", "diff", folder_.file("plex.lab")}}) {
    Words typed = words;
    typed.push_back(folder_.file("plx.lab"));
    const auto result = run_ringside(typed);
    EXPECT_EQ(result.status, 64);
    EXPECT_THAT(result.error, HasSubstr("this lab does not exist; did you mean " + folder_.file("plex.lab") + "?"));
  }
  EXPECT_THAT(files(), ElementsAre("plex.lab"));
}

TEST_F(LabFile, ThatIsEmptyIsNoLabAndStaysEmpty) {
  test_support::write_file(folder_.file("empty"), "");
  const auto result = play("trust", folder_.file("empty"));
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("is an empty file and no lab"));
  EXPECT_EQ(std::filesystem::file_size(folder_.file("empty")), 0U);
}

TEST_F(LabFile, ThatIsAnotherFileIsRefusedAndStays) {
  test_support::write_file(folder_.file("my.yaml"), "name: a scenario\n");
  for (const std::string name : {"trust", "tso", "lab show", "run"}) {
    const auto result = play(name, folder_.file("my.yaml"));
    EXPECT_EQ(result.status, 64) << name;
    EXPECT_THAT(result.error, HasSubstr("my.yaml: this file is no lab; its folder has: plex.lab\n")) << name;
  }
  EXPECT_EQ(test_support::read_file(folder_.file("my.yaml")), "name: a scenario\n");
}

TEST_F(LabFile, IsNotLeftBehindByACommandThatIsRefused) {
  const std::vector<Words> refused = {
      {"--date", "2013-02-30", "tso", "PROFILE"},
      {"--user", "NOBODY", "tso", "PROFILE"},
      {"--user", "NOBODY", "shell"},
      {"run", folder_.file("no.jcl")},
      {"--seed", "x", "run", "--library", "PROC", "-"},
      {"issue", "--count", "1"},
      {"issue", "--csv", folder_.file("no.csv"), "--signer", "CA"},
      {"issue", "--count", "1", "--signer", "CA", "--algorithm", "ed25519"},
      {"lab", "new", "--like", folder_.file("no.txt")},
      {"--date", "tomorrow", "lab", "new", "--add", "A:zos:PLEX"},
      {"lab", "new", "--add", "A", "--host", "B=b.example.com"},
  };
  for (const Words& words : refused) {
    Words typed = {"--lab", folder_.file("new.lab")};
    typed.insert(typed.end(), words.begin(), words.end());
    const auto result = run_ringside(typed);
    EXPECT_EQ(result.status, 64) << testing::PrintToString(words);
    EXPECT_THAT(result.error, Not(HasSubstr("new lab"))) << testing::PrintToString(words);
    EXPECT_THAT(files(), ElementsAre("plex.lab")) << testing::PrintToString(words);
  }
}

TEST_F(LabFile, IsNotMadeInAFolderThatDoesNotExist) {
  for (const std::string name : {"tso", "lab new"}) {
    const auto result = play(name, folder_.file("no/x.lab"));
    EXPECT_EQ(result.status, 64);
    EXPECT_THAT(result.error, HasSubstr("x.lab: there is no folder " + folder_.file("no") + "\n"));
  }
}

TEST_F(LabFile, InMemoryIsNotSpokenOf) {
  EXPECT_THAT(run_ringside({"tso", "PROFILE"}).error, IsEmpty());
}

}  // namespace
}  // namespace ringside::app
