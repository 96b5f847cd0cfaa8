// harness/play/child_pool.hpp - runs tasks in child processes: in parallel, each with a time limit. A crash of one does
// not affect the others.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ringside::harness {

/// Sends a message to the parent process.
using Send = std::function<void(const std::string&)>;

struct ChildTask {
  std::function<void(const Send&)> work;  ///< runs in the child; its changes in memory are lost
  std::chrono::milliseconds time{};       ///< after which the child is killed
};

struct ChildEnd {
  enum class How { finished, out_of_time, died };
  How how = How::finished;
  std::string why;                    ///< if it died: "signal 11", "exit status 3", "fault: ..."
  std::vector<std::string> messages;  ///< those received completely, in order
};

/// Runs every task, `at_once` at the same time, and calls `ended` with a task's number when it ends. The caller must
/// have no other threads. Throws base::Fault if no process or pipe can be made.
void run_children(const std::vector<ChildTask>& tasks, std::size_t at_once,
                  const std::function<void(std::size_t, ChildEnd)>& ended);

}  // namespace ringside::harness
