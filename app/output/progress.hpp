// app/output/progress.hpp - a progress line on a terminal: share, rate, time left.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>

namespace ringside::app {

/// One line on `out` that is overwritten at most five times a second. Prints nothing if `watched` is false.
class Progress {
 public:
  Progress(std::ostream& out, bool watched, std::size_t total) : out_(out), watched_(watched), total_(total) {}

  /// Shows that `done` items of the total are done.
  void show(std::size_t done);
  /// Removes the line.
  void clear();
  /// Time since the start.
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::ostream& out_;
  bool watched_;
  std::size_t total_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_{};
};

}  // namespace ringside::app
