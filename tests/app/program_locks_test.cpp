// tests/app/program_locks_test.cpp - several processes on one lab, and labs that cannot be written.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "emulator/database/store.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_program;
using test_support::run_ringside;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// tools/soak gives larger numbers.
int number_of(const char* variable, int otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::atoi(text);
}

class ProgramLocks : public testing::Test {
 protected:
  ProgramLocks() { EXPECT_EQ(run_ringside({"--date", "2026-01-01", "--seed", "s", "lab", "new", lab_}).status, 0); }

  /// Starts the program as another process.
  [[nodiscard]] std::future<test_support::ProgramResult> start(const std::string& words) const {
    return std::async(std::launch::async, [command = program() + words] { return run_program(command); });
  }
  [[nodiscard]] std::string program() const { return RINGSIDE_BINARY " --key-cache none --lab " + lab_ + " "; }
  [[nodiscard]] std::string listed(const std::string& command) const {
    return run_ringside({"--lab", lab_, "tso", command}).out;
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("plex.lab");
};

TEST_F(ProgramLocks, WhoReadsDoesNotWaitForWhoWrites) {
  database::Store other(lab_);
  const database::Savepoint writing(other);
  for (const char* words : {"tso 'LISTUSER IBMUSER' 'RACDCERT CERTAUTH LIST'", "lab show", "lab check", "trust",
                            "--date 2026-01-01 tso 'SEARCH CLASS(USER)'"}) {
    const auto run = run_program(program() + "--wait 0 " + words);
    EXPECT_NE(run.status, 70) << words << run.output;
    EXPECT_THAT(run.output, AllOf(Not(HasSubstr("in use")), Not(HasSubstr("locked")))) << words;
  }
}

TEST_F(ProgramLocks, WhoWaitsSaysForWhatAndTheTimeIsAnOption) {
  database::Store other(lab_);
  auto writing = std::make_unique<database::Savepoint>(other);
  const std::string writer = fmt::format("process {} \\(.*\\) is writing to it", getpid());
  const auto refused = run_program(program() + "--wait 0 tso 'ADDGROUP A'");
  EXPECT_EQ(refused.status, 70);
  EXPECT_THAT(refused.output, ContainsRegex("the lab .*plex.lab is in use: " + writer));
  auto waiting = start("tso 'ADDGROUP A'");
  std::this_thread::sleep_for(std::chrono::milliseconds{1'500});
  writing.reset();
  const auto run = waiting.get();
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_THAT(run.output, ContainsRegex("ringside: waiting for the lab .*plex.lab: " + writer));
  EXPECT_EQ(run_program(program() + "--wait long lab show").status, 64);
}

TEST_F(ProgramLocks, ALabOnLoanStaysOneFile) {
  for (int n = 0; n < 3; ++n) EXPECT_EQ(run_program(program() + fmt::format("tso 'ADDGROUP G{}'", n)).status, 0);
  const auto files = std::distance(std::filesystem::directory_iterator(directory_.path()), {});
  EXPECT_EQ(files, 1);
  const std::string copy = directory_.file("copy.lab");
  std::filesystem::copy_file(lab_, copy);
  EXPECT_EQ(run_ringside({"--lab", copy, "tso", "LISTGRP G2"}).status, 0);
}

/// A job whose only step makes this many RSA-4096 keys.
std::string long_job(int keys) {
  std::string job = "//LONG JOB USER=IBMUSER\n//STEP EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n";
  for (int n = 0; n < keys; ++n)
    job += fmt::format(" RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('K{0}')) WITHLABEL('K{0}') +\n  RSA SIZE(4096)\n", n);
  return job + "/*\n";
}

std::string commands_of(int process, int commands) {
  std::string text;
  for (int n = 0; n < commands; ++n) {
    switch (n % 5) {
      case 0:
        text += fmt::format("ADDUSER P{}U{} NAME('N')\n", process, n);
        break;
      case 1:
        text += fmt::format("RACDCERT ID(P{0}U{1}) GENCERT SUBJECTSDN(CN('P{0}U{1}')) WITHLABEL('L') NISTECC\n",
                            process, n - 1);
        break;
      case 2:
        text += fmt::format("RACDCERT ID(P{}U{}) ADDRING(R)\n", process, n - 2);
        break;
      case 3:
        text += fmt::format("LISTUSER P{}U{}\n", process, n - 3);
        break;
      default:
        text += fmt::format("RACDCERT ID(P{}U{}) CONNECT(LABEL('L') RING(R) DEFAULT)\n", process, n - 4);
    }
  }
  return text;
}

// 7 processes with commands and one with a long step. Meanwhile one command after another: none waits for the step.
TEST_F(ProgramLocks, NothingIsLostAndNobodyIsTurnedAwayWhenEightUseALab) {
  using Clock = std::chrono::steady_clock;
  const int commands = number_of("RINGSIDE_LAB_COMMANDS", 10);
  const int keys = number_of("RINGSIDE_LAB_KEYS", 2);
  test_support::write_file(directory_.file("long.jcl"), long_job(keys));
  const auto began = Clock::now();
  auto step = start("run " + directory_.file("long.jcl"));
  std::vector<std::future<test_support::ProgramResult>> others;
  for (int process = 1; process < 8; ++process) {
    const std::string input = directory_.file(fmt::format("commands{}", process));
    test_support::write_file(input, commands_of(process, commands));
    others.push_back(std::async(std::launch::async,
                                [this, input] { return run_program("( " + program() + "tso <" + input + " )"); }));
  }
  std::chrono::duration<double> longest{0};
  int written = 0;
  do {
    const auto start_of_command = Clock::now();
    const auto run = run_program(program() + fmt::format("tso 'ADDGROUP W{}'", written));
    EXPECT_EQ(run.status, 0) << run.output;
    EXPECT_THAT(run.output, Not(HasSubstr("locked")));
    longest = std::max(longest, std::chrono::duration<double>(Clock::now() - start_of_command));
    ++written;
  } while (step.wait_for(std::chrono::seconds{0}) != std::future_status::ready);
  const std::chrono::duration<double> step_time = Clock::now() - began;
  const auto job = step.get();
  EXPECT_THAT(job.output, HasSubstr("ended: CC 0000"));
  for (auto& other : others) {
    const auto run = other.get();
    EXPECT_EQ(run.status, 0) << run.output;
    EXPECT_THAT(run.output, Not(HasSubstr("locked")));
  }
  if (step_time.count() > 5) EXPECT_LT(longest.count(), step_time.count() / 4);
  if (std::getenv("RINGSIDE_LAB_COMMANDS") != nullptr)
    fmt::print(
        "8 processes, {} commands each, a step of {} keys in {:.1f} s; {} commands beside it, the longest {:.2f} s\n",
        commands, keys, step_time.count(), written, longest.count());

  const std::string users = listed("SEARCH CLASS(USER)");
  const std::string groups = listed("SEARCH CLASS(GROUP)");
  for (int n = 0; n < written; ++n) EXPECT_THAT(groups, HasSubstr(fmt::format("W{}\n", n)));
  for (int process = 1; process < 8; ++process)
    for (int n = 0; n < commands; n += 5) {
      const std::string user = fmt::format("P{}U{}", process, n);
      EXPECT_THAT(users, HasSubstr(user + "\n"));
      if (n + 4 < commands)
        EXPECT_THAT(listed("RACDCERT ID(" + user + ") LISTRING(R)"),
                    ContainsRegex("L +ID\\(" + user + "\\) +PERSONAL +YES"));
    }
  const std::string authorities = listed("RACDCERT CERTAUTH LIST");
  for (int n = 0; n < keys; ++n) EXPECT_THAT(authorities, HasSubstr(fmt::format("Label: K{}\n", n)));
  EXPECT_EQ(run_ringside({"lab", "check", lab_}).out, "no damage found\n");
}

/// Runs the program in a process that cannot write where it has no permission, as root could.
test_support::Run run_as_somebody_else(const std::vector<std::string>& arguments) {
  constexpr uid_t nobody = 65'534;
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    if (getuid() == 0 && setuid(nobody) != 0) _exit(99);
    const test_support::Run run = run_ringside(arguments);
    const std::string all = run.out + run.error;
    _exit(write(ends[1], all.data(), all.size()) == static_cast<ssize_t>(all.size()) ? run.status : 98);
  }
  close(ends[1]);
  test_support::Run run;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;)
    run.out.append(buffer.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 97;
  return run;
}

class ReadOnlyLab : public ProgramLocks {
 protected:
  ReadOnlyLab() {
    run_ringside({"--lab", lab_, "tso", "RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('S')) WITHLABEL('S') NISTECC",
                  "RACDCERT ID(IBMUSER) ADDRING(R)", "RACDCERT ID(IBMUSER) CONNECT(LABEL('S') RING(R) DEFAULT)"});
    test_support::write_file(directory_.file("list.jcl"),
                             "//LIST JOB USER=IBMUSER\n//STEP EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n"
                             "//SYSTSIN DD *\n LISTUSER IBMUSER\n/*\n");
    std::filesystem::permissions(lab_, std::filesystem::perms{0444});
    std::filesystem::permissions(directory_.path(), std::filesystem::perms{0555});
  }
  ~ReadOnlyLab() override { std::filesystem::permissions(directory_.path(), std::filesystem::perms{0755}); }

  [[nodiscard]] test_support::Run run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--key-cache", "none", "--lab", lab_});
    return run_as_somebody_else(arguments);
  }
};

TEST_F(ReadOnlyLab, IsReadByAllThatOnlyRead) {
  EXPECT_THAT(run({"tso", "RACDCERT ID(IBMUSER) LISTRING(R)"}).out, HasSubstr("S "));
  EXPECT_THAT(run({"--date", "2027-01-01", "trust"}).out, HasSubstr("SYS1"));
  EXPECT_THAT(run({"--date", "2026-12-01", "trust", "SYS1:IBMUSER/R", "--until", "2028-01-01"}).out,
              HasSubstr("hold at the start"));
  EXPECT_THAT(run({"run", directory_.file("list.jcl")}).out, HasSubstr("ended: CC 0000"));
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"lab", "show"},
        {"lab", "check"},
        {"doctor"},
        {"keytool", "-list", "-keystore", "safkeyring://IBMUSER/R", "-storetype", "JCERACFKS", "-storepass", "password",
         "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider"}}) {
    const auto looked = run(words);
    EXPECT_NE(looked.status, 70) << words.front() << looked.out;
    EXPECT_THAT(looked.out, Not(HasSubstr("read-only"))) << words.front();
  }
}

TEST_F(ReadOnlyLab, IsReadThroughALinkInAnotherFolder) {
  std::filesystem::permissions(lab_, std::filesystem::perms{0666});  // its folder is what makes it read-only
  const test_support::TemporaryDirectory elsewhere;
  std::filesystem::permissions(elsewhere.path(), std::filesystem::perms{0777});
  std::filesystem::create_symlink(lab_, elsewhere.file("link.lab"));
  const auto shown =
      run_as_somebody_else({"--lab", elsewhere.file("link.lab"), "tso", "RACDCERT ID(IBMUSER) LISTRING(R)"});
  EXPECT_THAT(shown.out, HasSubstr("S "));
  EXPECT_EQ(shown.status, 0);
}

TEST_F(ReadOnlyLab, RefusesChangesInWordsAndStaysAsItIs) {
  const std::string before = test_support::read_file(lab_);
  const auto refused = run({"tso", "ADDGROUP A"});
  EXPECT_EQ(refused.status, 70);
  EXPECT_THAT(refused.out, ContainsRegex("the lab .*plex.lab is read-only: it can be looked at and not changed"));
  EXPECT_EQ(test_support::read_file(lab_), before);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_.path()), {}), 2);
}

TEST_F(ReadOnlyLab, IsNotServed) {
  const auto refused = run({"serve", "--seconds", "1"});
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.out, HasSubstr("serve needs a lab that it can write to; this one is read-only"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_.path()), {}), 2) << "no file of a claim";
}

TEST_F(ReadOnlyLab, ShowsWhatIsInTheLogOfAProgramThatWasKilled) {
  std::filesystem::permissions(directory_.path(), std::filesystem::perms{0755});
  std::filesystem::permissions(lab_, std::filesystem::perms{0644});
  const std::string killed = directory_.file("killed.lab");
  {
    database::Store store(lab_);
    store.query("INSERT INTO setting(name, value) VALUES('zone', '60')").run();
    std::filesystem::copy_file(lab_, killed);
    std::filesystem::copy_file(lab_ + "-wal", killed + "-wal");
  }
  for (const std::string& file : {killed, killed + "-wal"})
    std::filesystem::permissions(file, std::filesystem::perms{0444});
  std::filesystem::permissions(directory_.path(), std::filesystem::perms{0555});
  const auto shown = run_as_somebody_else({"--date", "2026-01-01T12:00:00", "lab", "show", killed});
  EXPECT_EQ(shown.status, 0) << shown.out;
  const auto difference = run_as_somebody_else({"lab", "diff", lab_, killed});
  EXPECT_EQ(difference.status, 0) << difference.out;
}

}  // namespace
}  // namespace ringside::app
