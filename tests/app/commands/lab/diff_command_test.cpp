// tests/app/commands/lab/diff_command_test.cpp - lab diff of unloads, and of a lab and an unload.
#include <fstream>

#include <gmock/gmock.h>

#include "app/commands/lab/compared_file.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/temporary_directory.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;

class DiffOfUnloads : public testing::Test {
 protected:
  DiffOfUnloads() {
    run_ringside({"--date", "2026-01-01", "lab", "new", lab_, "--add", "SYSA"});
    tso("ADDUSER SRV NAME('A SERVER')");
    tso("RACDCERT ID(SRV) ADDRING(R)");
    unload(lab_, unload_);
  }

  void tso(const std::string& command) {
    ASSERT_EQ(run_ringside({"--lab", lab_, "tso", command}).status, 0) << command;
  }

  static void unload(const std::string& lab, const std::string& file) {
    const base::SystemClock clock{};
    const auto opened = opened_lab(lab, clock, {});
    std::ofstream out(file);
    twin::unload(*opened, opened->systems().all().front(), {},
                 [&](const twin::RecordLine& record) { out << record.line() << '\n'; });
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("a.lab"), unload_ = folder_.file("a.txt");
};

TEST_F(DiffOfUnloads, ALabIsTheSameAsItsUnload) {
  for (const auto& [before, after] :
       {std::pair(lab_, unload_), std::pair(unload_, lab_), std::pair(unload_, unload_)}) {
    const auto result = run_ringside({"lab", "diff", before, after});
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.status, 0);
  }
}

TEST_F(DiffOfUnloads, TellsWhatALabHasThatTheUnloadHasNot) {
  tso("ALTUSER SRV NAME('OTHER')");
  tso("ADDUSER NEW");
  const auto result = run_ringside({"lab", "diff", unload_, lab_});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, AllOf(HasSubstr("~ user basic data SRV: USBD_PROGRAMMER 'A SERVER' -> 'OTHER'\n"),
                                HasSubstr("+ user basic data NEW: "), HasSubstr("+ user connect data NEW SYS1: ")));
  EXPECT_THAT(run_ringside({"--json", "lab", "diff", unload_, lab_}).out, HasSubstr("\"USBD_PROGRAMMER\""));
  const std::string later = folder_.file("later.txt");
  unload(lab_, later);
  EXPECT_EQ(run_ringside({"lab", "diff", unload_, later}).out, result.out);
}

TEST_F(DiffOfUnloads, NeedsToKnowTheSystemOfALabWithSeveral) {
  ASSERT_EQ(run_ringside({"lab", "set", lab_, "--add", "SYSB"}).status, 0);
  EXPECT_THAT(run_ringside({"lab", "diff", lab_, unload_}).error, HasSubstr("--system before 'lab' names the system"));
  EXPECT_EQ(run_ringside({"--system", "SYSA", "lab", "diff", lab_, unload_}).status, 0);
  EXPECT_EQ(run_ringside({"--system", "SYSB", "lab", "diff", lab_, unload_}).status, 1);
  EXPECT_EQ(run_ringside({"--system", "SYSC", "lab", "diff", lab_, unload_}).status, 64);
}

TEST_F(DiffOfUnloads, RefusesWhatIsNeitherALabNorAnUnload) {
  const std::string other = folder_.file("other.txt"), empty = folder_.file("empty");
  std::ofstream(other) << "name: a scenario\n";
  std::ofstream(empty) << "";
  for (const std::string& file : {other, empty, folder_.file("none")}) {
    EXPECT_EQ(run_ringside({"lab", "diff", lab_, file}).status, 64) << file;
    EXPECT_EQ(run_ringside({"lab", "commands", lab_, file}).status, 64) << file;
  }
}

TEST_F(DiffOfUnloads, CommandsLeadToWhatAnUnloadHolds) {
  tso("DELUSER SRV");
  const auto printed = run_ringside({"lab", "commands", lab_, unload_});
  EXPECT_THAT(printed.out, AllOf(HasSubstr("\nADDUSER SRV DFLTGRP(SYS1) OWNER(IBMUSER) NAME('A SERVER')\n"),
                                 HasSubstr("\nRACDCERT ID(SRV) ADDRING(R)\n")));
}

}  // namespace
}  // namespace ringside::app
