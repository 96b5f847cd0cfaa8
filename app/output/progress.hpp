// app/output/progress.hpp - a progress line on a terminal: share, rate, time left.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>

namespace ringside::app {

/// Written over itself a few times a second; nothing at all where nobody watches.
class Progress {
 public:
  Progress(std::ostream& out, bool watched, std::size_t total) : out_(out), watched_(watched), total_(total) {}

  void show(std::size_t done);
  /// Takes the line away.
  void clear();
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
