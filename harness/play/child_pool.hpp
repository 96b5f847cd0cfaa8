// harness/play/child_pool.hpp - tasks in processes of their own: several at once, each with its time, none able to take
// the others down.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ringside::app {

/// Hands a message to the parent.
using Send = std::function<void(const std::string&)>;

struct ChildTask {
  std::function<void(const Send&)> work;  ///< runs in the child; what it changes in memory is lost
  std::chrono::milliseconds time{};       ///< after which it is ended
};

struct ChildEnd {
  enum class How { finished, out_of_time, died };
  How how = How::finished;
  std::string why;                    ///< of a death: "signal 11", "fault: ..."
  std::vector<std::string> messages;  ///< that came whole, in order
};

/// Runs every task, `at_once` of them at a time, and tells of each end as it comes. The caller must have no other
/// threads. Throws base::Fault if the machine gives no more processes or pipes.
void run_children(const std::vector<ChildTask>& tasks, std::size_t at_once,
                  const std::function<void(std::size_t, ChildEnd)>& ended);

}  // namespace ringside::app
