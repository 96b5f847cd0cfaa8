// tests/crash/store_crash_test.cpp - a process that writes a lab is killed over and over: what it acknowledged stays.
#include <array>
#include <chrono>
#include <string>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/database/security_database.hpp"
#include "emulator/database/systems.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {
namespace {

constexpr int kills = 200;

/// Writes one number into two tables in one transaction.
void write_both(Store& store, SecurityDatabase& racf, long number) {
  Savepoint transaction(store);
  Systems(store).set_setting("number", std::to_string(number));
  racf.classes.put({"DIGTCERT", {"CLASSACT"}, number});
  transaction.keep();
}

/// The child: goes on from the number that it finds, and acknowledges each commit with one octet. Ends only by the
/// kill.
[[noreturn]] void write_until_killed(const std::string& path, int acknowledge) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  try {
    Store store(path);
    SystemRecord system{"SYS1", "zos", "LOCAL", "SYS1", 0};
    if (!Systems(store).find("SYS1")) Systems(store).add(system);
    SecurityDatabase racf(store, Systems(store).find("SYS1")->database_id);
    for (long number = racf.classes.find("DIGTCERT").refreshes + 1;; ++number) {
      write_both(store, racf, number);
      if (write(acknowledge, "+", 1) != 1) _exit(1);
    }
  } catch (const base::Fault& fault) {
    static_cast<void>(!write(STDERR_FILENO, fault.what(), std::char_traits<char>::length(fault.what())));
    _exit(2);
  }
}

struct Episode {
  long acknowledged = 0;  ///< commits that the child said it had made
  bool killed = false;    ///< it did not end by itself
};

/// Lets a child write until it has acknowledged `commits`, waits a little longer, and kills it.
Episode run_and_kill(const std::string& path, int commits, std::chrono::microseconds longer) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    write_until_killed(path, ends[1]);
  }
  close(ends[1]);
  Episode episode;
  char octet = 0;
  while (episode.acknowledged < commits && read(ends[0], &octet, 1) == 1) ++episode.acknowledged;
  usleep(static_cast<useconds_t>(longer.count()));
  kill(child, SIGKILL);
  while (read(ends[0], &octet, 1) == 1) ++episode.acknowledged;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  episode.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  return episode;
}

/// Opening checks the pages; this also compares the indexes with their tables.
std::string integrity(const std::string& path) {
  return SQLite::Database(path, SQLite::OPEN_READWRITE).execAndGet("PRAGMA integrity_check").getString();
}

TEST(StoreCrash, NoAcknowledgedCommitIsLostAndNoHalfOfOneIsKept) {
  const test_support::TemporaryDirectory directory;
  const std::string path = directory.file("crash.lab");
  long before = 0;
  for (int round = 0; round < kills; ++round) {
    // Steps that share no factor with the usual length of a commit: the kill falls into every part of it, and into the
    // making of the file in the first rounds.
    const int commits = round < 10 ? 0 : round % 7;
    const Episode episode = run_and_kill(path, commits, std::chrono::microseconds{round * 37 % 1'500});
    ASSERT_TRUE(episode.killed) << "round " << round;

    Store store(path);
    Systems systems(store);
    const auto system = systems.find("SYS1");
    const long stored = system ? SecurityDatabase(store, system->database_id).classes.find("DIGTCERT").refreshes : 0;
    const std::string setting = systems.setting("number");
    ASSERT_EQ(setting, stored == 0 ? "" : std::to_string(stored)) << "half a transaction in round " << round;
    ASSERT_GE(stored, before + episode.acknowledged) << "round " << round;
    before = stored;
  }
  EXPECT_GT(before, kills) << "the children did write";
  EXPECT_EQ(integrity(path), "ok");
}

}  // namespace
}  // namespace ringside::database
