// emulator/database/lock_wait.hpp - how a process waits while another one writes to the same lab.
#pragma once

#include <chrono>
#include <functional>
#include <string>

struct sqlite3;

namespace ringside::database {

struct LockWait {
  std::chrono::seconds longest{300};
  /// Gets one sentence, which says what the process waits for, after a second of waiting. Empty: nobody is told.
  std::function<void(const std::string&)> told{};
};

/// Waits for the locks of one connection. Must outlive the connection.
class LockWaiter {
 public:
  /// `path` is the lab's file, for the sentences.
  LockWaiter(std::string path, LockWait wait) : path_(std::move(path)), wait_(std::move(wait)) {}
  LockWaiter(const LockWaiter&) = delete;
  LockWaiter& operator=(const LockWaiter&) = delete;

  void attend(sqlite3* connection);
  /// From now on no lock is waited for.
  void stop_waiting() { wait_ = {std::chrono::seconds{0}, {}}; }
  /// The sentence for a user whose command has waited in vain.
  [[nodiscard]] std::string gave_up() const;

 private:
  static int called_by_sqlite(void* self, int calls);
  bool wait_again(bool is_first);

  std::string path_;
  LockWait wait_;
  std::chrono::steady_clock::time_point since_;
  bool has_told_ = false;
};

}  // namespace ringside::database
