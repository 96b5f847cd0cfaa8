// emulator/database/lock_wait.cpp - polls for locks, and finds the process that writes.
#include "emulator/database/lock_wait.hpp"

#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include <sqlite3.h>
#include <sys/stat.h>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::database {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds told_after{1'000};
constexpr milliseconds lively{2'000};  // so long a wait is usual: a commit or a step of a job
// Equal pauses give all that wait the same chance, however long they have waited.
constexpr milliseconds short_pause{1};
constexpr milliseconds long_pause{5};

/// The process that holds the write lock of a lab in WAL mode, if the system shows it. The list of all locks is read,
/// since opening and closing the file itself would drop the locks that this process has on it.
std::optional<int> writer_of(const std::string& path) {
  constexpr const char* write_lock = "120 120";  // SQLite: WAL_WRITE_LOCK, in the file of the shared memory
  struct stat status {};
  if (::stat((path + "-shm").c_str(), &status) != 0) return std::nullopt;
  const std::string place = fmt::format(":{} {}", status.st_ino, write_lock);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    if (!line.ends_with(place) || line.find(" WRITE ") == std::string::npos || line.find("->") != std::string::npos)
      continue;
    std::istringstream words(line.substr(line.find(" WRITE ") + 7));
    int process = 0;
    if (words >> process && process > 0) return process;
  }
  return std::nullopt;
}

std::string named_writer(const std::string& path) {
  const auto process = writer_of(path);
  if (!process) return "another process";
  std::ifstream file(fmt::format("/proc/{}/comm", *process));
  std::string name;
  std::getline(file, name);
  return name.empty() ? fmt::format("process {}", *process)
                      : fmt::format("process {} ({})", *process, base::printable(name));
}

}  // namespace

void LockWaiter::attend(sqlite3* connection) {
  sqlite3_busy_handler(connection, &LockWaiter::called_by_sqlite, this);
}

int LockWaiter::called_by_sqlite(void* self, int calls) {
  return static_cast<LockWaiter*>(self)->wait_again(calls == 0) ? 1 : 0;
}

bool LockWaiter::wait_again(bool is_first) {
  const auto now = std::chrono::steady_clock::now();
  if (is_first) since_ = now;
  if (is_first) has_told_ = false;
  const auto waited = now - since_;
  if (waited >= wait_.longest) return false;
  if (waited >= told_after && !has_told_) {
    has_told_ = true;
    if (wait_.told) wait_.told(fmt::format("waiting for the lab {}: {} is writing to it", path_, named_writer(path_)));
  }
  std::this_thread::sleep_for(waited < lively ? short_pause : long_pause);
  return true;
}

std::string LockWaiter::gave_up() const {
  return fmt::format("the lab {} is in use: {} is writing to it, for more than the {} s of --wait", path_,
                     named_writer(path_), wait_.longest.count());
}

}  // namespace ringside::database
